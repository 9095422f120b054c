import { DEMO_ACCOUNTS, demoPassword } from './demo-accounts.ts';
import type { Story } from './prepare-story.ts';

/** What a newcomer reads when everything runs: where, who, and four commands to copy. */
export function tellStory(url: string, operatorId: string, story: Story, seconds: string): string {
  const json = "-H 'content-type: application/json'";
  const order = JSON.stringify({ requestId: story.requestId, customerId: story.customerId, customerName: '王女士', room: '1203', phone: '13800000001', description: '厨房水管漏水', appointedAt: story.appointedAt });
  return `
────────────────────────────────────────────────────────────────────────────
回音 Huiyin 已就绪  ·  Huiyin is running (${seconds} s)

  网关 Gateway    ${url}
  接口文档 API     ${url}/docs
  演示单位 Demo    operator ${operatorId} (simulated time)

  账号 Accounts (password: <login>-huiyin-demo)
${DEMO_ACCOUNTS.map(({ login, name, role }) => `    ${login.padEnd(14)} ${role.padEnd(20)} ${name}   ${demoPassword(login)}`).join('\n')}

  四条命令 · Four commands, one after the other:

  1  写维修单 File a repair order (the clerk signed the request; the order must reach the manager in 30 min)
     ORDER=$(curl -s -X POST ${url}/v1/work-orders -H 'authorization: Bearer ${story.clerk}' ${json} \\
       -d '${order}' | grep -o '"id":"[^"]*"' | head -1 | cut -d'"' -f4); echo $ORDER

  2  看时间线 Watch its timeline
     curl -s ${url}/v1/matters/$ORDER/timeline -H 'authorization: Bearer ${story.manager}'

  3  拨钟 31 分钟 Move the clock 31 minutes, and see the breach
     curl -s -X POST ${url}/v1/simulation/clock -H 'authorization: Bearer ${story.admin}' ${json} -d '{"to":"${story.breachAt}"}'
     curl -s ${url}/v1/matters/$ORDER/deadlines -H 'authorization: Bearer ${story.manager}'

  4  问为什么 Ask why
     curl -s "${url}/v1/matters/$ORDER/why?fact=dueAt:handOver" -H 'authorization: Bearer ${story.manager}' -H 'accept-language: zh-CN'

  Ctrl-C 停止 stops everything that was started here. 数据留存 Data stays; npm start -- --fresh begins anew.
────────────────────────────────────────────────────────────────────────────`;
}
