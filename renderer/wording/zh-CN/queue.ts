/** 授权待办 (9004), and what is said of waiting requests elsewhere. */
export const queue = {
  "status.waiting": "待授权",
  "status.approved": "已授权，待办结",
  "status.lapsed": "授权已过时限，待授权",
  "status.declined": "已拒绝",
  "status.withdrawn": "已撤回",
  "status.taken-up": "已办结",
};
