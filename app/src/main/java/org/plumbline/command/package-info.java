/** The commands of the launcher; those that talk to a running server do so over its API. */
@NullMarked
package org.plumbline.command;

import org.jspecify.annotations.NullMarked;
