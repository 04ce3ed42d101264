package org.plumbline.engine.evidence.custody;

import org.plumbline.engine.log.json.Json;

/** The details of each kind of act as canonical fields. */
final class DeedWriter {
    private DeedWriter() {}

    static Json.Fields json(Deed deed) {
        return switch (deed) {
            case Deed.Collect collect -> collect.acquisition().json();
            case Deed.Seal seal ->
                sealed(seal.seal()).maybe("packaging", seal.packaging()).done();
            case Deed.Inspect inspect -> inspect(inspect);
            case Deed.BreakSeal broken ->
                sealed(broken.seal())
                        .flag("intact", broken.intact())
                        .with("reason", broken.reason())
                        .done();
            case Deed.Reseal seal ->
                sealed(seal.seal()).maybe("packaging", seal.packaging()).done();
            case Deed.TransferOut out -> released(out);
            case Deed.TransferIn in ->
                found(in.found()).with("release", in.release()).done();
            case Deed.CheckOut out -> checkedOut(out);
            case Deed.CheckIn in -> found(in.found()).done();
            case Deed.Move move ->
                new Writing()
                        .with("place", move.place().json())
                        .maybe("reason", move.reason())
                        .done();
            case Deed.Copy copy -> copy(copy);
            case Deed.Analyse analyse ->
                new Writing()
                        .with("means", analyse.means().json())
                        .maybe("result", analyse.result())
                        .done();
            case Deed.Split split -> split(split);
            case Deed.MergeOut merge -> mergedOut(merge);
            case Deed.MergeIn merge -> mergedIn(merge);
            case Deed.Incident exception ->
                new Writing()
                        .with("what", exception.what())
                        .maybe("sha256", exception.sha256())
                        .done();
            case Deed.Correct correct ->
                new Writing()
                        .with("act", correct.act())
                        .with("wrong", correct.wrong())
                        .with("right", correct.right())
                        .done();
            case Deed.Dispose dispose -> disposed(dispose);
        };
    }

    private static Writing sealed(String number) {
        return new Writing().with("seal", number);
    }

    private static Json.Fields inspect(Deed.Inspect inspect) {
        var fields = new Writing().maybe("condition", inspect.condition()).maybe("note", inspect.note());
        inspect.sealIntact().ifPresent(intact -> fields.flag("seal_intact", intact));
        return fields.done();
    }

    private static Json.Fields released(Deed.TransferOut out) {
        return new Writing()
                .with("to", out.to().json())
                .with("until", out.until())
                .with("reason", out.reason())
                .maybe("on_behalf", out.onBehalf())
                .done();
    }

    private static Json.Fields checkedOut(Deed.CheckOut out) {
        return new Writing()
                .maybe("to", out.to())
                .with("to_name", out.toName())
                .with("until", out.until())
                .with("purpose", out.purpose())
                .done();
    }

    private static Writing found(Deed.Found found) {
        var fields = new Writing()
                .maybe("seal", found.seal())
                .maybe("sha256", found.sha256())
                .maybe("condition", found.condition());
        found.place().ifPresent(place -> fields.with("place", place.json()));
        return fields;
    }

    private static Json.Fields copy(Deed.Copy copy) {
        return new Writing()
                .with("means", copy.means().json())
                .maybe("sha256", copy.sha256())
                .maybe("copy", copy.copy())
                .done();
    }

    private static Json.Fields split(Deed.Split split) {
        return new Writing()
                .list("parts", split.parts().stream().map(DeedWriter::part).toList())
                .with("remaining", split.remaining().amount())
                .with("unit", split.remaining().unit())
                .done();
    }

    private static Json.Fields part(Deed.Part part) {
        return new Writing()
                .with("exhibit", part.exhibit())
                .with("name", part.name())
                .with("quantity", part.quantity().amount())
                .with("unit", part.quantity().unit())
                .done();
    }

    private static Json.Fields mergedOut(Deed.MergeOut merge) {
        return new Writing()
                .with("into", merge.into())
                .with("into_number", merge.intoNumber())
                .with("quantity", merge.quantity().amount())
                .with("unit", merge.quantity().unit())
                .done();
    }

    private static Json.Fields mergedIn(Deed.MergeIn merge) {
        return new Writing()
                .list(
                        "sources",
                        merge.sources().stream().map(DeedWriter::source).toList())
                .with("total", merge.total().amount())
                .with("unit", merge.total().unit())
                .done();
    }

    private static Json.Fields source(Deed.Source source) {
        return new Writing()
                .with("exhibit", source.exhibit())
                .with("number", source.number())
                .with("act", source.act())
                .with("quantity", source.quantity().amount())
                .with("unit", source.quantity().unit())
                .done();
    }

    private static Json.Fields disposed(Deed.Dispose dispose) {
        return new Writing()
                .with("ending", dispose.ending().code())
                .with("authority", dispose.authority())
                .with("certificate", dispose.certificate())
                .with("witness", dispose.witness().json())
                .maybe("to", dispose.to())
                .done();
    }
}
