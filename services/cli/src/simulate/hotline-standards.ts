const said = (zh: string, en: string) => ({ wording: { zh, en } });

/** What people ask a gas hotline over and over, by code, and the wording in which it is answered. */
export const hotlineStandards: Readonly<Record<string, Record<string, unknown>>> = {
  invoice: {
    name: { zh: '开具发票', en: 'Invoices' },
    category: 'billing',
    questions: [
      '燃气费发票怎么开',
      '电子发票在哪里下载',
      'How do I get an invoice for my gas bill?',
    ],
    answerable: 'now',
    tiers: {
      standard: said(
        '您可以在网上营业厅的账单页面下载电子发票。',
        'You can download the invoice from the bills page of our website.',
      ),
      vip: {
        ...said(
          '电子发票已可下载；需要纸质发票的，我们免费寄给您。',
          'The invoice can be downloaded; we also post it to you free of charge.',
        ),
        benefit: { zh: '免费邮寄纸质发票', en: 'A printed invoice by post, free of charge' },
      },
    },
    owner: 'hq',
  },
  relocation: {
    name: { zh: '燃气表移位', en: 'Moving a meter' },
    questions: ['燃气表可以移位吗', '想把燃气表移到厨房外面', 'Can my gas meter be moved?'],
    answerable: 'later',
    promisedMinutes: 240,
    tiers: {
      standard: said(
        '可以移位；请发来照片，四小时内告知费用。',
        'It can be moved; send us pictures, and you hear the price within four hours.',
      ),
    },
    owner: 'north',
  },
};
