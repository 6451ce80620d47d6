import { describe, expect, it } from '@jest/globals';
import { CustomerFileError, readCustomersCsv } from './read-customers-csv.js';

function problemsOf(text: string) {
  try {
    readCustomersCsv(text);
  } catch (error) {
    if (error instanceof CustomerFileError) return error.problems;
    throw error;
  }
  return [];
}

describe('customers from CSV', () => {
  it('are read with their lines, in any order of columns, without what is empty', () => {
    const text = '\ufeffphone,name,tier\r\n139 1234 0001," 李, 娜 ",vip\r\n+14105550100,Ann,\r\n';
    expect(readCustomersCsv(text)).toEqual([
      { line: 2, customer: { phone: '139 1234 0001', name: '李, 娜', tier: 'vip' } },
      { line: 3, customer: { phone: '+14105550100', name: 'Ann' } },
    ]);
  });

  it('are read with blanks around quotes and commas', () => {
    expect(readCustomersCsv('name , phone\n "李, 娜" , 139 1234 0001 \n')).toEqual([
      { line: 2, customer: { phone: '139 1234 0001', name: '李, 娜' } },
    ]);
  });

  it('are none where only the columns are named', () => {
    expect(readCustomersCsv('name,phone\n')).toEqual([]);
  });

  it('need a name and a phone, and know no other columns than theirs', () => {
    expect(problemsOf('name,colour\nAnn,red\n')).toEqual([
      { line: 1, path: 'colour', rule: 'unknown-field' },
      { line: 1, path: 'phone', rule: 'required' },
    ]);
  });

  it('are refused with the line that is no CSV', () => {
    expect(problemsOf('name,phone\nAnn,1,2\n')).toEqual([{ line: 2, path: '', rule: 'malformed' }]);
    expect(problemsOf('name,phone\nAnn,"1\n')).toMatchObject([{ rule: 'malformed' }]);
  });
});
