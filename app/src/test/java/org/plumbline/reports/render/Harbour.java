package org.plumbline.reports.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.plumbline.kernel.Digest;

/** Case 2031-0007, Harbour, as a report. */
final class Harbour {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2031-11-20T08:42:00Z"), ZoneOffset.UTC);
    static final Digest INVOICE = Digest.of(new byte[] {1});
    static final Digest MINUTES = Digest.of(new byte[] {2});
    static final LocalDate CHECKED = LocalDate.of(2031, 10, 3);

    static final Source INVOICE_P1 = new Source.InExhibit("2031-0007-E01", "Invoice 4471 of Quayside Cranes", "page 1");
    static final Source INVOICE_P2 = new Source.InExhibit("2031-0007-E01", "Invoice 4471 of Quayside Cranes", "page 2");
    static final Source MINUTES_P3 = new Source.InExhibit("2031-0007-E02", "Minutes of the port council", "page 3");
    static final Source REGISTER = new Source.InRegister(
            "Company register of Northmark", "entry HRB 20417", CHECKED, "https://register.example/entry/HRB-20417");
    static final Source PAPER = new Source.InPublication(
            "Harbour Gazette",
            "Cranes for the east quay",
            "paragraph 4",
            CHECKED,
            "https://gazette.example/2031/04/cranes");

    private Harbour() {}

    static ReportDocument report(List<Block> blocks) {
        return report("Payments for the cranes of the east quay", blocks);
    }

    static ReportDocument report(String title, List<Block> blocks) {
        return new ReportDocument(title, header(), "Mara Quill", ZoneId.of("Europe/Berlin"), Locale.ENGLISH, blocks);
    }

    static CaseHeader header() {
        return new CaseHeader(
                "2031-0007",
                "Harbour",
                "Originator control",
                "Open, under inquiry",
                "Inspection order IO-2031/118, section 12 of the Inspection Act, valid until 31 Jan 2032",
                "Reconciling payments with deliveries under the crane contract",
                "Inspectorate of Northmark",
                List.of(
                        new CaseHeader.Member("Mara Quill", "investigator"),
                        new CaseHeader.Member("Tomas Ferrow", "analyst"),
                        new CaseHeader.Member("Dov Halloran-Pike", "supervisor")));
    }

    static ReportDocument full() {
        return report(List.of(
                new Block.Heading(1, "What was asked"),
                new Block.Paragraph(
                        Block.Voice.OURS,
                        List.of(
                                text(
                                        "Do the payments for the cranes agree with what was delivered? The contract names "),
                                new Run.Text("two cranes", Run.Emphasis.STRONG),
                                text(" and one price; the invoices state another "),
                                new Run.Cite(INVOICE_P1),
                                text(". The register was read the same day "),
                                new Run.Cite(REGISTER),
                                text("."))),
                new Block.Paragraph(
                        Block.Voice.QUOTATION,
                        List.of(
                                text("“The council takes note that the second crane has not yet arrived and "),
                                new Run.Text("releases the last instalment", Run.Emphasis.ITALIC),
                                text(".” "),
                                new Run.Cite(MINUTES_P3))),
                new Block.Heading(1, "Chosen statements"),
                new Block.Heading(2, "The contract"),
                statements(),
                new Block.Conclusion(
                        Run.plain("The larger sum probably includes the upkeep of both cranes for five years; "
                                + "the two sources count different things and neither says so."),
                        new Grade('B', 3),
                        "Tomas Ferrow",
                        LocalDate.of(2031, 11, 18),
                        List.of(INVOICE_P2, PAPER)),
                new Block.Heading(2, "Names as the sources write them"),
                names(),
                new Block.Heading(1, "Chart"),
                new Block.Picture(
                        chart(960, 420),
                        "Quayside Cranes, the port council and two payments between them",
                        "Payments named in statements 1 to 3",
                        960,
                        420),
                new Block.Heading(1, "Exhibits"),
                new Block.ExhibitList(List.of(
                        new Exhibit(
                                "2031-0007-E01",
                                "Invoice 4471 of Quayside Cranes",
                                48_211,
                                Instant.parse("2031-09-14T07:05:00Z"),
                                INVOICE),
                        new Exhibit(
                                "2031-0007-E02",
                                "Minutes of the port council, 3 April 2031",
                                1_204_882,
                                Instant.parse("2031-09-14T07:06:00Z"),
                                MINUTES),
                        new Exhibit("2031-0007-E03", "", 1, null, null)))));
    }

    private static Block statements() {
        Cell conflict = new Cell.Conflict(List.of(
                new Cell.Value("53 000 000", "reported", List.of(INVOICE_P2)),
                new Cell.Value("39 000 000", "at least", List.of(PAPER))));
        return new Block.StatementTable(
                "Payments under the crane contract",
                List.of(
                        new Block.Column("Statement", Block.Align.START, 8),
                        new Block.Column("Amount, EUR", Block.Align.END, 4),
                        new Block.Column("As of", Block.Align.START, 3)),
                List.of(
                        new Statement.Fact(
                                List.of(
                                        Cell.of("Port council to Quayside Cranes, first instalment"),
                                        Cell.of("19 400 000"),
                                        Cell.of("12 Mar 2031")),
                                List.of(INVOICE_P1)),
                        new Statement.Fact(
                                List.of(
                                        Cell.of("Port council to Quayside Cranes, total of the contract"),
                                        conflict,
                                        Cell.of("Apr 2031")),
                                List.of()),
                        new Statement.Fact(
                                List.of(
                                        Cell.of("Delivery of the second crane"),
                                        new Cell.Unknown(),
                                        new Cell.Unknown()),
                                List.of(MINUTES_P3)),
                        new Statement.Assessment(
                                List.of(
                                        Cell.of("The last instalment was released before the second crane arrived"),
                                        new Cell.Blank(),
                                        Cell.of("Apr 2031")),
                                new Grade('A', 2),
                                "Tomas Ferrow",
                                LocalDate.of(2031, 11, 18),
                                List.of(MINUTES_P3, INVOICE_P1))));
    }

    private static Block names() {
        return new Block.TableBlock(
                "",
                List.of(
                        new Block.Column("Script", Block.Align.START, 2),
                        new Block.Column("Name", Block.Align.START, 5),
                        new Block.Column("Source", Block.Align.START, 2)),
                List.of(
                        List.of(
                                Run.plain("Latin"),
                                Run.plain("Žofie Łukaszewicz-Ðorđević, Größe"),
                                List.of(new Run.Cite(REGISTER))),
                        List.of(
                                Run.plain("Cyrillic"),
                                Run.plain("Причал-Кран, общество с ограниченной ответственностью"),
                                List.of(new Run.Cite(REGISTER))),
                        List.of(Run.plain("Greek"), Run.plain("Γερανοί Προβλήτας Α.Ε."), List.of(new Run.Cite(PAPER))),
                        List.of(
                                Run.plain("Arabic"),
                                Run.plain("شركة رافعات الميناء 2031"),
                                List.of(new Run.Cite(PAPER))),
                        List.of(Run.plain("Chinese"), Run.plain("码头起重机有限公司"), List.of(new Run.Cite(PAPER))),
                        List.of(Run.plain("Former name"), List.of(), List.of(new Run.Cite(REGISTER)))));
    }

    static Run.Text text(String text) {
        return new Run.Text(text, Run.Emphasis.NONE);
    }

    static Png chart(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(new Color(0x0b5d73));
        graphics.setStroke(new BasicStroke(width / 320f));
        graphics.drawLine(width / 5, height / 2, width * 4 / 5, height / 4);
        graphics.drawLine(width / 5, height / 2, width * 4 / 5, height * 3 / 4);
        for (int[] at :
                new int[][] {{width / 5, height / 2}, {width * 4 / 5, height / 4}, {width * 4 / 5, height * 3 / 4}}) {
            int r = height / 12;
            graphics.setColor(new Color(0xe2f0f3));
            graphics.fillOval(at[0] - r, at[1] - r, 2 * r, 2 * r);
            graphics.setColor(new Color(0x0b5d73));
            graphics.drawOval(at[0] - r, at[1] - r, 2 * r, 2 * r);
        }
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Png.of(out.toByteArray());
    }
}
