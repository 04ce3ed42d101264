package org.plumbline.documents.extract.worker;

import com.pff.PSTException;
import com.pff.PSTFile;
import com.pff.PSTFolder;
import com.pff.PSTMessage;
import com.pff.PSTObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import org.plumbline.documents.extract.Child;
import org.plumbline.documents.extract.Outcome;
import org.plumbline.documents.extract.Shortfall;

/**
 * Reads an Outlook data file (MS-PST): every item of every folder becomes a child: a contact as a card, an appointment
 * as a calendar, and all else as a mail. What the library refuses is read by an outside tool, where it is installed.
 */
final class PstReader implements FormatReader {
    private static final int DEEPEST = 64;

    @Override
    public void read(Source source, Gathering into) throws Exception {
        into.isContainer();
        if (isNewer(source)) {
            if (!OutsideMailbox.reads(source) || !OutsideMailbox.items(source, into)) {
                into.rule(new Outcome.Unsupported("OST", "2013"));
            }
            return;
        }
        PSTFile file;
        try {
            file = new PSTFile(source.file().toFile());
        } catch (PSTException | IOException | RuntimeException e) {
            if (!OutsideMailbox.reads(source) || !OutsideMailbox.items(source, into)) {
                throw e;
            }
            return;
        }
        try {
            folder(file.getRootFolder(), "", 0, into);
        } finally {
            file.close();
        }
    }

    /** Version 36 has 4 KB pages, which the reader of the standard 512-byte pages cannot follow (MS-PST, 2.2.2.6). */
    private static boolean isNewer(Source source) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(source.file().toFile(), "r")) {
            in.seek(10);
            return Short.reverseBytes(in.readShort()) >= 36;
        }
    }

    private static void folder(PSTFolder folder, String path, int depth, Gathering into)
            throws PSTException, IOException {
        if (depth > DEEPEST) {
            into.note(new Shortfall.Damaged("folders nested too deeply"));
            return;
        }
        if (folder.getContentCount() > 0) {
            for (PSTObject item = folder.getNextChild(); item != null; item = folder.getNextChild()) {
                if (item instanceof PSTMessage message && !isBookkeeping(message)) {
                    item(message, path, into);
                }
            }
        }
        if (folder.hasSubfolders()) {
            for (PSTFolder sub : folder.getSubFolders()) {
                folder(sub, path + "/" + sub.getDisplayName(), depth + 1, into);
            }
        }
    }

    /** Records Outlook keeps for itself, which no person wrote or received. */
    private static boolean isBookkeeping(PSTMessage message) {
        return message.getMessageClass().startsWith("IPM.Microsoft.ScheduleData.");
    }

    private static void item(PSTMessage message, String path, Gathering into) throws IOException {
        String name = Names.bounded(message.getSubject());
        try {
            PstCard.Kind card = PstCard.kind(message);
            byte[] bytes = card == null ? PstMail.of(message) : PstCard.of(message);
            String type = card == null ? "message/rfc822" : card.type();
            name += card == null ? ".eml" : card.ending();
            into.child(new ByteArrayInputStream(bytes), name, path, type, Child.Relation.MAIL);
        } catch (PSTException | RuntimeException e) {
            if (e instanceof Stopped stopped) {
                throw stopped;
            }
            into.childWithout(name, path, Child.Relation.MAIL, Child.Standing.DAMAGED);
        }
    }
}
