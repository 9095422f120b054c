/** The characters of our own sentences that differ between the scripts; names and papers come in their own script. */
const TRADITIONAL: Record<string, string> = {
  时: '時', 间: '間', 钟: '鐘', 个: '個', 连: '連', 续: '續', 计: '計', 开: '開', 节: '節', 调: '調', 单: '單', 顺: '順', 后: '後', 满: '滿', 暂: '暫',
  并: '併', 当: '當', 营: '營', 业: '業', 届: '屆', 终: '終', 迟: '遲', 长: '長', 点: '點', 为: '為', 从: '從', 采: '採', 该: '該', 刻: '刻', 达: '達',
  数: '數', 据: '據', 参: '參', 准: '准', 无: '無', 对: '對', 应: '應', 则: '則', 动: '動', 遇: '遇', 仅: '僅', 认: '認', 录: '錄', 尚: '尚', 过: '過',
  条: '條', 设: '設', 确: '確', 销: '銷', 区: '區', 变: '變', 订: '訂', 给: '給', 转: '轉', 须: '須', 处: '處', 现: '現', 假: '假', 另: '另',
};

/** One of our own sentences in traditional characters. */
export function traditional(literal: string): string {
  return [...literal].map((character) => TRADITIONAL[character] ?? character).join('');
}
