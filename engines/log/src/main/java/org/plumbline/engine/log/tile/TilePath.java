package org.plumbline.engine.log.tile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.refusal.Strict;

/**
 * Where a tile or an entry bundle is served (C2SP tlog-tiles): {@code tile/0/x001/067} or
 * {@code tile/entries/003.p/17}.
 *
 * @param level 0 for leaf hashes, {@link #ENTRIES} for bundles of entries
 * @param index of the tile within its level
 * @param width hashes or entries in it; 256 when it is full
 */
public record TilePath(int level, long index, int width) {
    /** The level of entry bundles. */
    public static final int ENTRIES = -1;

    /** Hashes in a full tile: it spans eight levels of the tree. */
    public static final int FULL = 256;

    /** Levels of the tree that a tile spans. */
    static final int HEIGHT = 8;

    private static final int MOST_LEVELS = 63;
    private static final Pattern PATH =
            Pattern.compile("tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

    public TilePath {
        if (level < ENTRIES || level > MOST_LEVELS || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("No tile: level " + level + " index " + index + " width " + width);
        }
    }

    /** The tile at a level that a tree of a size has at this index, full or partial. */
    public static TilePath of(int level, long index, long size) {
        long hashes = level == ENTRIES ? size : size >> (HEIGHT * level);
        long width = hashes - index * FULL;
        return new TilePath(level, index, (int) Math.min(width, FULL));
    }

    /** Reads a path. */
    public static TilePath parse(String path) throws Refused {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            throw new Refused(Fault.TILE_PATH, "tile/LEVEL/INDEX or tile/LEVEL/INDEX.p/WIDTH");
        }
        int level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
        int width = parts.group(3) == null ? FULL : Integer.parseInt(parts.group(3));
        long index = index(parts.group(2));
        boolean oneForm = parts.group(3) == null || (width >= 1 && width < FULL);
        if (level > MOST_LEVELS
                || !oneForm
                || !new TilePath(level, index, width).path().equals(path)) {
            throw new Refused(Fault.TILE_PATH, "level to 63, index without empty groups, width to 255");
        }
        return new TilePath(level, index, width);
    }

    /** Whether it can never change. */
    public boolean isFull() {
        return width == FULL;
    }

    /** The full tile at the same place. */
    public TilePath full() {
        return new TilePath(level, index, FULL);
    }

    /** The path below the log's prefix. */
    public String path() {
        String kind = level == ENTRIES ? "entries" : Integer.toString(level);
        return "tile/" + kind + "/" + groups(index) + (isFull() ? "" : ".p/" + width);
    }

    private static String groups(long index) {
        List<String> groups = new ArrayList<>();
        groups.add("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            groups.add("x%03d".formatted(rest % 1000));
        }
        Collections.reverse(groups);
        return String.join("/", groups);
    }

    private static long index(String groups) throws Refused {
        String digits = groups.replace("/", "").replace("x", "").replaceFirst("^0+(?=.)", "");
        return Strict.decimal(digits);
    }
}
