/** Accounts of the demo operator, by role; on a system of one's own machine only. */
export const DEMO_ACCOUNTS: readonly { readonly login: string; readonly name: string; readonly role: string }[] = [
  { login: 'desk', name: '林总台', role: 'security-desk' },
  { login: 'clerk', name: '陈管理员', role: 'property-clerk' },
  { login: 'manager', name: '吴经理', role: 'equipment-manager' },
  { login: 'plumber-lead', name: '赵班长', role: 'team-leader' },
  { login: 'plumber', name: '孙师傅', role: 'technician' },
  { login: 'finance', name: '郑会计', role: 'finance' },
  { login: 'director', name: '周经理', role: 'department-manager' },
  { login: 'admin', name: 'admin', role: 'operator-admin' },
];

export const demoPassword = (login: string): string => `${login}-huiyin-demo`;
