import { describe, expect, it } from '@jest/globals';
import { templatesBody } from '#contracts';
import { defaultTemplates } from './default-templates.js';

describe('the default templates', () => {
  it('are what could be published', () => {
    expect(templatesBody.parse(defaultTemplates)).toEqual(defaultTemplates);
  });

  it('have every kind of message in both languages', () => {
    const kinds = (language: string) =>
      defaultTemplates.templates
        .filter((template) => template.language === language)
        .map(({ kind }) => kind);
    const all = ['acknowledgement', 'interim', 'final', 'letter'];
    expect(kinds('zh-CN')).toEqual(all);
    expect(kinds('en')).toEqual(all);
  });
});
