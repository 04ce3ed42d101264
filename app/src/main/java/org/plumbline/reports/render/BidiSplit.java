package org.plumbline.reports.render;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BidiRun;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;

/** Lends {@link BidiText} to the PDF layout, which asks for runs in visual order. */
final class BidiSplit implements BidiSplitter {
    private Bidi bidi = new Bidi("", Bidi.LEVEL_DEFAULT_LTR);

    @Override
    public void setParagraph(String paragraph, byte direction) {
        byte level = switch (direction) {
            case RTL -> Bidi.RTL;
            case LTR -> Bidi.LTR;
            default -> Bidi.LEVEL_DEFAULT_LTR;
        };
        bidi = new Bidi(paragraph, level);
    }

    @Override
    public int countTextRuns() {
        return bidi.countRuns();
    }

    @Override
    public BidiTextRun getVisualRun(int index) {
        BidiRun run = bidi.getVisualRun(index);
        return new BidiTextRun(run.getStart(), run.getLength(), run.isOddRun() ? RTL : LTR);
    }

    @Override
    public byte getBaseDirection(String paragraph) {
        return switch (Bidi.getBaseDirection(paragraph)) {
            case Bidi.RTL -> RTL;
            case Bidi.LTR -> LTR;
            default -> NEUTRAL;
        };
    }

    /** Turns and joins the letters of one run. */
    static final class Reorderer implements BidiReorderer {
        @Override
        public String reorderRTLTextToLTR(String text) {
            return Bidi.writeReverse(text, Bidi.DO_MIRRORING | Bidi.KEEP_BASE_COMBINING);
        }

        @Override
        public String shapeText(String text) {
            return BidiText.joined(text);
        }

        @Override
        public String deshapeText(String text) {
            return BidiText.parted(text);
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }
}
