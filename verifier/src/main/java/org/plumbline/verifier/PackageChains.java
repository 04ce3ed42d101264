package org.plumbline.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.engine.evidence.bag.BagFiles;
import org.plumbline.engine.evidence.bag.BagJudgement;
import org.plumbline.engine.evidence.bag.BagRefused;
import org.plumbline.engine.evidence.custody.Broken;
import org.plumbline.engine.evidence.custody.Chain;
import org.plumbline.engine.evidence.custody.Receipt;
import org.plumbline.engine.evidence.custody.Signature;
import org.plumbline.engine.evidence.custody.SignedAct;
import org.plumbline.engine.evidence.packages.CustodyChain;
import org.plumbline.engine.evidence.packages.Handling;
import org.plumbline.engine.evidence.packages.Layout;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/** The chains of custody of a package, and the originals that they are about. */
final class PackageChains {
    private final BagFiles files;
    private final BagJudgement bag;
    private final Handling handling;
    private final Said said;
    private final List<CustodyChain> chains = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    PackageChains(BagFiles files, BagJudgement bag, Handling handling, Said said) {
        this.files = files;
        this.bag = bag;
        this.handling = handling;
        this.said = said;
    }

    List<CustodyChain> chains() {
        return List.copyOf(chains);
    }

    /** Everything that needs a proof. */
    List<Link> links() {
        return List.copyOf(links);
    }

    void check() throws IOException, Refused, BagRefused {
        Set<String> used = new HashSet<>();
        for (Handling.Item item : handling.items()) {
            String path = Layout.CUSTODY + item.number() + ".json";
            if (!used.add(path)) {
                throw new Refused(Fault.EXPORT_FORM, Layout.HANDLING + ": names " + item.number() + " twice");
            }
            byte[] bytes = files.read(path, PackageCheck.MOST_TEXT);
            CustodyChain chain = In.file(path, () -> CustodyChain.read(bytes));
            belongs(path, chain.receipt(), item);
            rules(path, chain);
            chains.add(chain);
            links.add(new Link.Came(chain.receipt()));
            chain.acts().forEach(act -> links.add(new Link.Done(act)));
        }
        nothingElse(Layout.CUSTODY, used);
        told();
        originals();
    }

    private void belongs(String path, Receipt receipt, Handling.Item item) throws Refused {
        boolean same = receipt.number().equals(item.number())
                && receipt.digest().hex().equals(item.receipt())
                && receipt.caseId().toString().equals(handling.caseId())
                && receipt.organisation().toString().equals(handling.organisation())
                && receipt.sha256().isPresent() == item.original().isPresent();
        if (!same) {
            throw new Refused(Fault.EXPORT_FORM, path + ": its receipt is another than the terms name");
        }
    }

    private static void rules(String path, CustodyChain chain) throws Refused {
        Chain replayed = Chain.of(chain.receipt());
        for (SignedAct act : chain.acts()) {
            try {
                replayed = replayed.with(act.act());
                act.check();
            } catch (Broken e) {
                throw new Refused(Fault.EXPORT_FORM, path + ": act " + act.act().sequence() + ": " + e.getMessage());
            }
        }
    }

    private void told() {
        long acts = chains.stream().mapToLong(chain -> chain.acts().size()).sum();
        long attested = chains.stream()
                .flatMap(chain -> chain.acts().stream())
                .filter(act -> act.signature() instanceof Signature.Attested)
                .count();
        said.holds(chains.size() + " chains of custody with " + acts + " acts count on and keep the rules");
        said.holds((acts - attested) + " acts are signed by the passkeys that they carry");
        if (attested > 0) {
            said.note(attested + " acts are attested by the server alone: worth as much as the server");
        }
    }

    private void originals() throws Refused {
        var used = new HashSet<String>();
        for (int i = 0; i < chains.size(); i++) {
            Optional<String> path = handling.items().get(i).original();
            if (path.isPresent()) {
                original(chains.get(i).receipt(), path.get());
                used.add(path.get());
            }
        }
        nothingElse(Layout.ORIGINALS, used);
        said.holds(used.size() + " originals have the digests that their receipts say");
    }

    private void original(Receipt receipt, String path) throws Refused {
        if (!path.equals(Layout.original(receipt.number(), receipt.name()))) {
            throw new Refused(Fault.EXPORT_FORM, path + ": is not where the original of " + receipt.number() + " lies");
        }
        Optional<String> found = Optional.ofNullable(bag.sha256().get(path));
        if (!found.equals(receipt.sha256())
                || !Optional.ofNullable(files.sizes().get(path)).equals(receipt.bytes())) {
            throw new Refused(Fault.EXPORT_FORM, path + ": is not what the receipt of " + receipt.number() + " says");
        }
    }

    private void nothingElse(String folder, Set<String> used) throws Refused {
        for (String path : files.sizes().tailMap(folder).keySet()) {
            if (path.startsWith(folder) && !used.contains(path)) {
                throw new Refused(Fault.EXPORT_FORM, path + ": belongs to nothing that the terms name");
            }
        }
    }
}
