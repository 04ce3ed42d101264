// Starts the behaviours every page may have. Pages read and submit without them.
import { behaviour } from 'site/behaviours';
import 'site/htmx';
import 'site/theme';
import 'site/keys';
import { palette } from 'site/palette';
import { rows } from 'site/rows';
import { copy } from 'site/copy';
import { confirm } from 'site/confirm';
import { draft, forget } from 'site/drafts';
import { summary } from 'site/summary';
import { menu } from 'site/menu';
import { tabs } from 'site/tabs';

behaviour('[data-palette]', palette);
behaviour('[data-rows]', rows);
behaviour('[data-copy]', copy);
behaviour('[data-confirm]', confirm);
behaviour('[data-draft]', draft);
behaviour('[data-forget]', forget);
behaviour('[data-summary]', summary);
behaviour('[data-menu]', menu);
behaviour('[data-tabs]', tabs);
