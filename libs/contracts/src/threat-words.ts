import type { Threat } from './primitives.js';

/*
 * What customers say when they threaten. Whole expressions, not single words: a bill that a court froze
 * and a customer who wants to cancel one of two contracts threaten nobody.
 */
const chinese: Readonly<Record<Threat, readonly string[]>> = {
  media: [
    ...[
      '找媒体',
      '找记者',
      '找电视台',
      '打电视台',
      '联系媒体',
      '联系记者',
      '叫记者',
      '告诉媒体',
      '媒体曝光',
    ],
    ...['曝光你们', '网上曝光', '要曝光', '去曝光', '给你们曝光', '上新闻', '上电视'],
    ...['发到网上', '发网上', '发微博', '发抖音', '发朋友圈', '发小红书', '发视频号'],
    ...['发到微博', '发到抖音', '发到朋友圈', '发到小红书', '发到快手', '发到网络', '挂到网上'],
    ...[
      '挂网上',
      '放到网上',
      '传到网上',
      '上热搜',
      '打给电视台',
      '给电视台打',
      '叫电视台',
      '联系电视台',
    ],
  ],
  regulator: [
    ...[
      '投诉到监管',
      '告到监管',
      '找监管部门',
      '向监管部门',
      '向监管机构',
      '向监管局',
      '监管局投诉',
    ],
    ...[
      '投诉到银保监',
      '找银保监',
      '向银保监',
      '银保监投诉',
      '投诉到证监会',
      '找证监会',
      '向证监会',
    ],
    ...[
      '找金融监管',
      '向金融监管',
      '找市场监管',
      '向市场监管',
      '投诉到市场监管',
      '找工商',
      '找工信部',
    ],
    ...['工信部投诉', '找消协', '投诉到消协', '找消费者协会', '到消费者协会', '向消费者协会'],
    // Under its name of since 2023, and as people shorten it.
    ...['投诉到金融监管', '向国家金融监', '找国家金融监', '投诉到国家金融监', '投诉到金监'],
    ...['找金监局', '向金监局', '金监局投诉'],
    ...['找消保委', '向消保委', '到消保委', '投诉到消保委', '找通信管理局', '向通信管理局'],
    ...['投诉到通信管理局', '找市监局', '向市监局', '投诉到市监局', '打12381', '打12386'],
    ...['12381投诉', '12386投诉', '投诉到12381', '投诉到12386'],
    ...['找信访', '去信访', '上访', '打市长热线', '打12345', '打12315', '打12378'],
    ...['12345投诉', '12315投诉', '12378投诉', '投诉到12345', '投诉到12315', '投诉到12378'],
  ],
  leave: [
    ...[
      '换一家',
      '换别家',
      '换其他家',
      '不用你们',
      '不再用你们',
      '再也不用',
      '再也不买',
      '再也不来',
    ],
    ...['全部退保', '携号转网', '转到别的', '把钱都转走'],
  ],
  legal: [
    ...['起诉', '打官司', '要告你们', '就告你们', '找律师', '请律师', '律师函'],
    ...['去告你', '去法院', '去法庭', '到法院告', '到法庭告', '法院告你', '告上法庭'],
    ...['法院见', '法庭见', '上法院', '走法律', '法律途径', '申请仲裁', '去仲裁'],
  ],
};
const english: Readonly<Record<Threat, readonly string[]>> = {
  media: [
    ...['to the press', 'to the media', 'to the papers', 'to the newspapers', 'tell the press'],
    ...['call a reporter', 'call a journalist', 'tell a journalist', 'on social media', 'go viral'],
    ...['on twitter', 'on facebook', 'on tiktok'],
  ],
  regulator: [
    ...['go to the regulator', 'complain to the regulator', 'tell the regulator', 'the ombudsman'],
    ...['write to the regulator', 'contact the regulator', 'report it to the regulator'],
    ...[
      'financial conduct authority',
      'trading standards',
      'the cfpb',
      'consumer council',
      'the watchdog',
      'report you to',
    ],
  ],
  leave: [
    ...['switch provider', 'switch providers', 'switch to another', 'switch to a competitor'],
    ...['take my business elsewhere', 'close all my accounts', 'never buy from you again'],
    ...['never use you again', 'leave you for'],
  ],
  legal: [
    ...['sue you', 'my lawyer', 'get a lawyer', 'call a lawyer', 'hire a lawyer', 'my solicitor'],
    ...[
      'my attorney',
      'see you in court',
      'take you to court',
      'legal action',
      'small claims court',
    ],
  ],
};

const escaped = (term: string) =>
  term.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ /g, '\\s+');

/** Digits of a longer number are no hotline's: an account may hold 12345. Nobody goes where 去 ends another word. */
const asWhole = (term: string) =>
  `${term.startsWith('去') ? '(?<![过失])' : ''}${/^\d/.test(term) ? '(?<!\\d)' : ''}${escaped(term)}${/\d$/.test(term) ? '(?!\\d)' : ''}`;

const patterns = (Object.keys(chinese) as Threat[]).map((threat) => {
  const signs = chinese[threat].map(asWhole).join('|');
  const words = english[threat].map(escaped).join('|');
  const source = `${signs}|(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`;
  return { threat, pattern: new RegExp(source, 'iu'), every: new RegExp(source, 'giu') };
});

/** A threat, and the words of the text that it was found by, in small letters. */
export interface ThreatSign {
  value: Threat;
  because: string[];
}

/**
 * The threats that a text utters, in Chinese and English, in a fixed order, each with the words that say so. It reads
 * words and understands nothing: who says that nobody will sue is found too, and a person decides.
 */
export function findThreatSigns(text: string): ThreatSign[] {
  return patterns.flatMap(({ threat, pattern, every }) => {
    if (!pattern.test(text)) return [];
    const found = new Set(Array.from(text.matchAll(every), ([words]) => words.toLowerCase()));
    return [{ value: threat, because: [...found] }];
  });
}

/** The threats alone, as every complaint that is filed is asked: the first word that says so ends the search. */
export const findThreats = (text: string): Threat[] =>
  patterns.flatMap(({ threat, pattern }) => (pattern.test(text) ? [threat] : []));

/** Fields of evidence in which somebody writes down what the customer said; the other texts are the hotline's own. */
export const customersEvidence: ReadonlySet<string> = new Set([
  'facts',
  'remedySought',
  'restatement',
]);
