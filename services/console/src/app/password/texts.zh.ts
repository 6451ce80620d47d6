/** 修改本人密码窗口的文字。 */
export const password = {
  title: '修改密码',
  current: '当前密码',
  next: '新密码',
  again: '再次输入新密码',
  length: '10 至 200 个字符',
  submit: '修改密码',
  needCurrent: '请输入当前密码',
  needAgain: '请再次输入新密码',
  differs: '与上面的新密码不一致',
  wrong: '当前密码不正确',
  locked: '密码输错次数过多，账户已暂时锁定，请稍后再试',
  elsewhere: '您在这里保持登录；在其他地方的登录最迟 12 小时后失效。',
  done: '密码已修改',
};
