import { compileCalendar } from '../calendar/compile-calendar.ts';
import { before } from '../due/before.ts';
import { dueAt } from '../due/due-at.ts';
import { parseDue } from '../due/parse-due.ts';
import { computeStopwatch } from '../stopwatch/compute-stopwatch.ts';
import { localToInstant } from '../zone/local-time.ts';
import { explainText } from './explain-text.ts';
import { limitText } from './limit-text.ts';

const ZONE = 'Asia/Shanghai';
const office = compileCalendar({ zone: ZONE, hours: '08:30-12:00,13:30-17:30', country: 'CN' });
const at = (local: string): string => localToInstant(local, ZONE);

describe('explainText', () => {
  const due = dueAt(parseDue('P1WD'), at('2026-09-30T15:20'), office);

  it('in Chinese, simplified', () => {
    expect(explainText(due.explanation, due, 'zh-CN')).toEqual([
      '起算：2026-09-30 15:20（Asia/Shanghai）；期限：1个工作日',
      '不计：2026-09-30 15:20 至 2026-10-01 00:00，开始当日',
      '不计：2026-10-01 00:00 至 2026-10-08 00:00，节假日（国庆节）',
      '计入：2026-10-08 00:00 至 2026-10-08 17:30，工作日，1个工作日',
      '到期：2026-10-08 17:30（含该时刻）',
      '依据：国务院办公厅关于2026年部分节假日安排的通知，2025-11-04',
    ]);
  });

  it('in Chinese, traditional, with the paper in its own script', () => {
    expect(explainText(due.explanation, due, 'zh-TW')).toEqual([
      '起算：2026-09-30 15:20（Asia/Shanghai）；期限：1個工作日',
      '不計：2026-09-30 15:20 至 2026-10-01 00:00，開始當日',
      '不計：2026-10-01 00:00 至 2026-10-08 00:00，節假日（國慶節）',
      '計入：2026-10-08 00:00 至 2026-10-08 17:30，工作日，1個工作日',
      '到期：2026-10-08 17:30（含該時刻）',
      '依據：国务院办公厅关于2026年部分节假日安排的通知，2025-11-04',
    ]);
  });

  it('in English', () => {
    expect(explainText(due.explanation, due, 'en')).toEqual([
      'Start: 2026-09-30 15:20 (Asia/Shanghai); limit: 1 working day',
      'Not counted: 2026-09-30 15:20 to 2026-10-01 00:00, the day of the start',
      'Not counted: 2026-10-01 00:00 to 2026-10-08 00:00, public holiday (National Day)',
      'Counted: 2026-10-08 00:00 to 2026-10-08 17:30, working days, 1 working day',
      'Due: 2026-10-08 17:30 (done at that instant is in time)',
      'Source: 国务院办公厅关于2026年部分节假日安排的通知, 2025-11-04',
    ]);
  });

  it('cites the clause first, with the words of the source, and says where they give no figure', () => {
    const cite = { rule: 's2.4/11', title: '报修服务中心工作规程', clause: '4.3', words: '在30分钟以内' };
    expect(explainText(due.explanation, due, 'zh-CN', { cite })).toEqual(['条款：s2.4/11 报修服务中心工作规程 4.3「在30分钟以内」', ...explainText(due.explanation, due, 'zh-CN')]);
    expect(explainText(due.explanation, due, 'zh-TW', { cite: { ...cite, open: true } }).slice(0, 2)).toEqual(['條款：s2.4/11 报修服务中心工作规程 4.3「在30分钟以内」', '期限為本單位設定，條文未給出數字']);
    expect(explainText(due.explanation, due, 'en', { cite: { rule: 's2.4/D', clause: 'operator default', open: true } }).slice(0, 2)).toEqual([
      'Clause: s2.4/D operator default', "Operator's setting: the text gives no figure",
    ]);
    expect(explainText(due.explanation, due, 'en', { cite })[0]).toBe('Clause: s2.4/11 报修服务中心工作规程 4.3, “在30分钟以内”');
    expect(explainText(due.explanation, due, 'en', {})).toEqual(explainText(due.explanation, due, 'en'));
  });

  it('tells a provisional year, settings, a roll and an exclusive end', () => {
    const rolled = dueAt(parseDue('P8D'), at('2026-12-24T10:00'), office, { roll: 'forward', hour: '24:00' });
    const english = explainText(rolled.explanation, rolled, 'en');
    expect(english).toContain('Due: 2027-01-02 00:00 (done at that instant is late)');
    expect(english).toContain('Provisional: no notice of holidays is kept for 2027; the weekly hours alone were used');
    expect(english).toContain('Settings: a last day off moves forward, time of day 24:00');
    const sunday = dueAt(parseDue('P2D'), at('2026-10-16T10:00'), office, { roll: 'forward' });
    expect(explainText(sunday.explanation, sunday, 'zh-CN')).toContain('届满日由2026-10-18移至2026-10-19');
  });

  it('tells pauses, restarts, extensions and what was not taken', () => {
    const { due: clock } = computeStopwatch(
      {
        spec: 'PT2H', start: at('2026-10-09T08:30'),
        events: [
          { at: at('2026-10-09T09:00'), type: 'restart' }, { at: at('2026-10-09T09:30'), type: 'pause' }, { at: at('2026-10-09T10:00:30'), type: 'resume' },
          { at: at('2026-10-09T10:10'), type: 'extend', by: 'PT1H', approvedBy: 'DM1', reason: 'part on order' },
          { at: at('2026-10-09T10:20'), type: 'extend', by: 'PT5H', of: 'start' },
        ],
      },
      office,
    );
    expect(explainText(clock!.explanation, clock!, 'en')).toEqual(expect.arrayContaining([
      'Paused: 2026-10-09 09:30 to 2026-10-09 10:00:30; the due moved by 30 min 30 s',
      'Started again: 2026-10-09 09:00',
      'Extended: 2026-10-09 10:10, by 1 h, due 2026-10-09 12:30:30, approved by DM1, reason: part on order',
      'Extended: 2026-10-09 10:20, to 5 h from the start, due 2026-10-09 14:30:30',
    ]));
    expect(explainText(clock!.explanation, clock!, 'zh-CN')).toEqual(expect.arrayContaining([
      '暂停：2026-10-09 09:30 至 2026-10-09 10:00:30，期限顺延30分钟30秒',
      '重新起算：2026-10-09 09:00',
      '延长：2026-10-09 10:10，延长1小时，到期2026-10-09 12:30:30，批准人DM1，理由：part on order',
    ]));
    const earliest = dueAt([parseDue('P1WD'), parseDue('PT30M')], at('2026-10-09T11:00'), office);
    expect(explainText(earliest.explanation, earliest, 'zh-TW')).toContain('未採用：1個工作日，到期2026-10-10 17:30');
  });

  it('tells a limit counted back', () => {
    const earlier = before('2026-03-31', parseDue('P1M'), office);
    expect(explainText(earlier.explanation, earlier, 'en')[0]).toBe('Start: 2026-03-31 00:00 (Asia/Shanghai); limit: 1 month before');
    expect(explainText(earlier.explanation, earlier, 'zh-CN')[0]).toContain('期限：之前1个月');
  });
});

describe('limitText', () => {
  it.each([
    ['PT30M', '30分钟', '30 min'],
    ['PT1H0.5S', '1小时0.5秒', '1 h 0.5 s'],
    ['PT0M', '0分钟', '0 min'],
    ['P3D', '3日', '3 days'],
    ['P0D', '当日', 'the same day'],
    ['P18M', '1年6个月', '1 year 6 months'],
    ['P1M at start', '1个月（至同一时刻）', '1 month, to the same time of day'],
    ['P5WD', '5个工作日', '5 working days'],
    ['P5WD at 17:30', '5个工作日17:30', '5 working days, at 17:30'],
    ['P4WH', '工作时间4小时', '4 h of working time'],
    ['17:30', '下一个17:30', 'the next 17:30'],
    ['end of quarter', '当季届满', 'the end of the quarter'],
    ['day 10 of next month', '下月10日', 'day 10 of the next month'],
    ['working day 3 of next month', '下月第3个工作日', 'working day 3 of the next month'],
    ['last working day of week', '当周最后一个工作日', 'the last working day of the week'],
    ['Friday before 10:00', '星期五10:00', 'Friday, at 10:00'],
    ['2026-03-02', '2026-03-02当日届满', 'the end of 2026-03-02'],
    ['2026-03-02T01:00:00Z', '2026-03-02 09:00', '2026-03-02 09:00'],
  ])('%s is %s, %s', (text, chinese, english) => {
    expect(limitText(parseDue(text), ZONE, 'zh-CN')).toBe(chinese);
    expect(limitText(parseDue(text), ZONE, 'en')).toBe(english);
  });

  it('a date at a time reads naturally in both languages', () => {
    expect(limitText(parseDue('2026-03-02 at 09:00'), ZONE, 'zh-CN')).toBe('2026-03-02 09:00');
    expect(limitText(parseDue('2026-03-02 at 09:00'), ZONE, 'en')).toBe('2026-03-02 09:00');
  });

  it('turns each sentence of ours into the traditional script', () => {
    const simplified = /[时间钟个计开节调单顺后满暂当营业届长为从该数据参无对应动仅录过]/;
    const texts = ['P5WD at 17:30', 'P1WH', 'end of halfYear', 'end of businessDate', 'working day 3 of next quarter', 'last working day of month', 'P1M at start', 'PT90M', 'P0D', '17:30', 'Friday', '2026-03-02'];
    for (const text of texts) expect(limitText(parseDue(text), ZONE, 'zh-TW')).not.toMatch(simplified);
    for (const text of ['P3WD', 'P30WH', 'P15D', 'PT30M']) {
      const due = dueAt(parseDue(text), at('2026-12-28T10:00'), office, { roll: 'forward', rollOn: 'nonWorking', firstDay: 'excluded', monthEnd: 'clamp', hour: '10:00' });
      for (const line of explainText({ ...due.explanation, calendar: { ...due.explanation.calendar, notices: [] } }, due, 'zh-TW')) expect(line).not.toMatch(simplified);
    }
  });
});
