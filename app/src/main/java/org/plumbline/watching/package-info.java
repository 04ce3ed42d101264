/**
 * How an installation is watched: its log files, which hold nothing personal; the checks of its health; its figures for
 * a monitoring system; and the words under which an error is found again. May use the settings.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = "settings")
@NullMarked
package org.plumbline.watching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
