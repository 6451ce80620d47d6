import type { TemplatesBody } from '#contracts';

/** What messages are written from until somebody publishes other templates. */
export const defaultTemplates: TemplatesBody = {
  templates: [
    {
      ...{ id: 'zh-acknowledgement', kind: 'acknowledgement', language: 'zh-CN', name: '受理告知' },
      text: '{称呼}，您好！您反映的问题我们已经受理，单号{单号}。我们会在{答复时间}前答复您。给您添麻烦了，非常抱歉。',
    },
    {
      ...{ id: 'zh-interim', kind: 'interim', language: 'zh-CN', name: '进展告知' },
      text: '{称呼}，您好！您的投诉（单号{单号}）正在处理：{进展}。下一步我们会{下一步}，并在{答复时间}前再次联系您。',
    },
    {
      ...{ id: 'zh-final', kind: 'final', language: 'zh-CN', name: '处理结果' },
      text: '{称呼}，您好！您的投诉（单号{单号}）已有结果。经核实，{原因}。我们已经{处理结果}。再次向您致歉，感谢您帮助我们改进。',
    },
    {
      ...{ id: 'zh-letter', kind: 'letter', language: 'zh-CN', name: '致歉信' },
      text: '尊敬的{称呼}：\n\n关于您{投诉日期}的投诉（单号{单号}），经查，{原因}。对此我们深表歉意。\n\n我们已经{处理结果}；为避免再次发生，我们将{预防措施}。\n\n此致\n敬礼\n\n{署名}',
    },
    {
      ...{ id: 'en-acknowledgement', kind: 'acknowledgement', language: 'en' },
      name: 'We have your complaint',
      text: 'Dear {name},\n\nwe have your complaint; its number is {number}. You will hear from us by {time}. We are sorry for the trouble.',
    },
    {
      ...{ id: 'en-interim', kind: 'interim', language: 'en', name: 'Where we are' },
      text: 'Dear {name},\n\nabout your complaint {number}: {progress}. Next we will {next step}, and you will hear from us again by {time}.',
    },
    {
      ...{ id: 'en-final', kind: 'final', language: 'en', name: 'What came of it' },
      text: 'Dear {name},\n\nyour complaint {number} is settled. We found that {cause}. We have {outcome}. We apologise again, and thank you for telling us.',
    },
    {
      ...{ id: 'en-letter', kind: 'letter', language: 'en', name: 'Letter of apology' },
      text: 'Dear {name},\n\nin answer to your complaint {number} of {date}: we found that {cause}. We are sorry.\n\nWe have {outcome}, and to keep it from happening again we will {prevention}.\n\nYours sincerely,\n{signature}',
    },
  ],
};
