/** 阶段证据的文字。 */
export const evidence = {
  title: '阶段',
  hint: '工单已知的内容已填好：请核对，再补其余。从当前阶段起，已展开或补填过、且内容填齐的阶段会一并完成；按钮上写明是哪些。',
  now: '当前',
  completes: '完成阶段：{{stages}}',
  complete: '已齐',
  lacking: '缺 {{count}} 项',
  atItsEnd: '“客户已知悉受理”要到本阶段结束才算：在此之前，受理告知的时钟照常计时。',
  needed: '本阶段结束前必填',
  filled: '已填',
  given: '已有记录，不必再填',
  confirm: '取自投诉内容，请核对或修改',
  lacks: '缺少此项，“{{stage}}”不能结束：请填写',
  notTicked: '此项未完成，“{{stage}}”不能结束：请勾选',
  missing: '还缺',
  waived: '缺证据结束',
  first: '须先在工单上登记：{{names}}',
};
