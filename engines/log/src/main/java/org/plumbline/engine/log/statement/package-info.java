/** What an organisation says, under its own key, of files that it gives out. Needs note and refusal. */
@NullMarked
package org.plumbline.engine.log.statement;

import org.jspecify.annotations.NullMarked;
