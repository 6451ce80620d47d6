import type { Sentences } from '../translator.js';

/** 补救、措施、发给客户的消息、附件与审批。 */
export const settlements: Sentences = {
  'the case has no such action': '工单没有这项措施',
  'it is done already': '已经完成',
  'the action was dropped': '该措施已取消',
  'the action concerns you: somebody else sees to it': '该措施以您为对象，须由他人处理',
  'give the owner or the due date as it should be': '请填写新的负责人或新的到期时间',
  'who owns the case or supervises its unit puts off what you are to do':
    '您负责的措施须由工单负责人或其部门的主管推迟',
  'who has the action, who owns the case or supervises its unit says that it is done':
    '措施须由其负责人、工单负责人或工单所在部门的主管确认完成',
  'who has the action, who owns the case or supervises its unit moves it':
    '措施须由其负责人、工单负责人或工单所在部门的主管调整',
  'who owns the case or supervises its unit drops the action':
    '措施须由工单负责人或工单所在部门的主管取消',
  'the case has no such remedy': '工单没有这项补救方案',
  'the customer refused it: offer another remedy': '客户已拒绝该方案：请另提补救方案',
  'the customer has accepted it already': '客户已经接受该方案',
  'say what the customer wishes instead, and for a counter-wish only':
    '客户另有要求时请写明其要求，其他答复不填',
  'this remedy is {status}': '该补救方案{status}',
  'somebody else decides on what you proposed': '您提出的方案须由他人审批',
  'with what was granted before it costs {cost}; you may approve up to {limit}':
    '连同此前已给予的共计 {cost}，您的审批上限为 {limit}',
  'nobody decides on what they answer for themselves': '被追责者不得自行作出处理决定',
  'your authority ends at {limit}: offer a remedy, somebody else approves it':
    '您的权限上限为 {limit}：请提出补救方案，由他人审批',
  'your authority ends at {limit}: leave the cost out, and offer a remedy once the case is open':
    '您的权限上限为 {limit}：请不填补救费用，立案后再提出补救方案',
  'the policy of the case knows no such cause': '工单适用的规则没有这个原因',
  "the case's policy has no cause with this code": '工单适用的规则没有使用此代码的原因',
  'the organisation has nobody of this id': '组织中没有此编号的人员',
  'the complaint was withdrawn': '投诉已撤回',
  'no such message is held: it has left, or never was': '没有这条待发消息：已经发出或不存在',
  'the dots of the advice are not filled in: {advised}': '建议用语中的省略号还没有填写：{advised}',
  'it holds a passage of {event} {field}, which is for staff only':
    '其中含有仅供内部使用的文字（{event} {field}）',
  'a blank of the template is not filled in': '模板中还有空白未填',
  'a mail needs an address': '邮件须有收件地址',
  'only mails have an address': '只有邮件才有收件地址',
  'no template has this id': '没有此编号的模板',
  'the template is for messages of kind {kind}': '该模板用于 {kind} 类消息',
  'no mail can be sent from here: send it another way, and record the contact':
    '这里不能发送邮件：请用其他方式发送，再登记联系',
  'SMTP_URL is not set': '未设置 SMTP_URL',
  'the last mail of this case went elsewhere; confirm with confirmRecipient':
    '本工单上一封邮件发往其他地址，请用 confirmRecipient 确认',
  'a party is written to where the case says that they are reached':
    '发给相关人的消息使用工单登记的联系方式，请不填收件地址',
  'this party takes part no more, or never did': '该相关人已移除或不存在',
  'the customer has not agreed that this party hears of the case':
    '客户未同意将工单情况告知该相关人',
  'nothing is known by which this party is reached: {channel}':
    '没有登记该相关人的联系方式（{channel}）',
  'an API key has no mailbox': 'API 密钥没有邮箱',
  'no draft is kept': '没有保存的草稿',
  'no parked mail {id}': '没有搁置的邮件 {id}',
  'The file is empty': '文件是空的',
  'The file arrived otherwise than it was sent': '收到的文件与发送的不一致',
  'The end of the file did not come': '文件没有传完',
  '{most} files lie with the case, the most': '工单附件已达上限 {most} 个',
  'the files of a case have {size} MB together at the most': '工单附件合计最多 {size} MB',
  'the case has no such file': '工单没有这个附件',
  'what had arrived of the file is gone': '已传的部分文件不存在了',
  'it was removed': '已删除',
  'the customer was erased, and the file with them': '客户资料已清除，附件一并清除',
  'the case has nothing of this id that waits': '工单没有此编号的待审批事项',
  'somebody else decides on what you asked for': '您申请的事项须由他人审批',
  'a {role} decides on it': '须由{role}审批',
  '{by} asked for {command} at {at}: that waits for a decision':
    '{by} 已于 {at} 申请 {command}，正等待审批',
  'what was asked for can not be read any more: refuse it': '申请内容已无法读取，请拒绝',
};
