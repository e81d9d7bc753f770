// What stands on the studio's pages: an article, as a Customer might have one.
export const ARTICLE = `<header>The Daily Example</header><main><h1>The tide keeps the timetable</h1>
<p>The ferry takes four minutes to cross when the water is slack, and eleven when it is not. Between those two numbers lies the whole craft of it, which is learned by doing it badly for a few years.</p>
<p>Nobody has ever drawn a chart of the crossing that held for longer than a winter. The bank moves, the channel moves after it, and the keepers of the ferry move last of all.</p>
<p>What they know is written nowhere but in a small green book, one line for each crossing, and no names. The book is kept because the first keeper kept one, and it has been useful exactly twice.</p>
<p>On the far side there is a bench, a bell, and a timetable that has been wrong since it was painted.</p></main>`;

const WORDS_AR =
  'تعبر العبّارة النهر في أربع دقائق حين يسكن الماء، وفي إحدى عشرة دقيقة حين لا يسكن.';

const ARTICLE_AR = `<header>صحيفة المثال</header><main><h1>المدّ يضبط المواعيد</h1>${`<p>${WORDS_AR} ${WORDS_AR}</p>`.repeat(3)}</main>`;

/** In Arabic, or in English under the notice of whatever language. */
export const articleIn = (language = 'en'): string => (language === 'ar' ? ARTICLE_AR : ARTICLE);

export const directionOf = (language = 'en'): 'ltr' | 'rtl' =>
  ['ar', 'he'].includes(language) ? 'rtl' : 'ltr';
