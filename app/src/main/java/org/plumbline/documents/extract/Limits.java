package org.plumbline.documents.extract;

import java.time.Duration;

/**
 * The bounds within which one file is read.
 *
 * @param time wall-clock time for the file, at least 50 ms; the worker gives up by itself at this moment and is killed
 *     shortly after if it did not
 * @param characters most characters of text kept
 * @param children most direct children written
 * @param childBytes most bytes of all direct children together
 * @param ratio most bytes written for each byte read, looked at once more than {@link #RATIO_FLOOR} bytes are written
 * @param depth deepest level at which children are still written; the received file is level 0
 * @param ocrPages most pages or pictures of the file read by OCR
 * @param pixels most pixels of one picture given to OCR
 */
public record Limits(
        Duration time, int characters, int children, long childBytes, int ratio, int depth, int ocrPages, long pixels) {
    /** Small files compress extremely well by nature; below this many bytes the ratio says nothing. */
    public static final long RATIO_FLOOR = 16L << 20;

    private static final Duration SHORTEST = Duration.ofMillis(50);

    public Limits {
        if (time.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("The time for a file is at least 50 ms, not " + time);
        }
        if (characters < 1 || children < 0 || childBytes < 0 || ratio < 1) {
            throw new IllegalArgumentException("Limits on what one file may yield cannot be negative or nothing");
        }
        if (depth < 0 || ocrPages < 0 || pixels < 1) {
            throw new IllegalArgumentException("Limits on depth, OCR pages and pixels cannot be negative");
        }
    }

    /** What suits an ordinary case on an ordinary machine. */
    public static Limits standard() {
        return new Limits(Duration.ofMinutes(3), 20_000_000, 20_000, 4L << 30, 200, 12, 200, 60_000_000);
    }

    /** Each bound with its name, for whoever is told how files were read. */
    public String inWords() {
        return "time " + time.toMillis() + " ms, text " + characters + " characters, inside " + children + " files and "
                + childBytes + " bytes, unpacking " + ratio + " times, nesting " + depth + " levels, OCR " + ocrPages
                + " pages of " + pixels + " pixels, each for one file";
    }

    public Limits withTime(Duration value) {
        return new Limits(value, characters, children, childBytes, ratio, depth, ocrPages, pixels);
    }

    public Limits withCharacters(int value) {
        return new Limits(time, value, children, childBytes, ratio, depth, ocrPages, pixels);
    }

    public Limits withChildren(int value) {
        return new Limits(time, characters, value, childBytes, ratio, depth, ocrPages, pixels);
    }

    public Limits withChildBytes(long value) {
        return new Limits(time, characters, children, value, ratio, depth, ocrPages, pixels);
    }

    public Limits withOcrPages(int value) {
        return new Limits(time, characters, children, childBytes, ratio, depth, value, pixels);
    }
}
