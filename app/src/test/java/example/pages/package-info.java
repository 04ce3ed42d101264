/** Pages for tests, outside the packages that the application scans. */
@NullMarked
package example.pages;

import org.jspecify.annotations.NullMarked;
