package org.plumbline.watching;

import java.util.Set;

/** What knows of obstacles to recording. */
public interface ObstacleSource {
    /** What stands in the way now, as it was seen a moment ago; asked for each request. */
    Set<Obstacle> standing();

    /** The same, looked at anew: asked after something failed. */
    Set<Obstacle> look();
}
