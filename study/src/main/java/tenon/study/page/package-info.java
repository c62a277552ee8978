/**
 * What a study leaves behind: tables as CSV, JSON, and one page that needs nothing but itself. A
 * page is put together from sections, each a fragment of HTML whose slots are filled with words and
 * whose figures and tables are drawn from a block of JSON.
 */
@NullMarked
package tenon.study.page;

import org.jspecify.annotations.NullMarked;
