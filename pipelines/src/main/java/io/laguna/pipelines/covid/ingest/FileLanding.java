package io.laguna.pipelines.covid.ingest;

import io.laguna.pipelines.covid.ingest.IngestOutcome.AlreadyThere;
import io.laguna.pipelines.covid.ingest.IngestOutcome.Landed;
import io.laguna.pipelines.covid.ingest.IngestProgress.Advance;
import io.laguna.pipelines.covid.ingest.IngestProgress.Stage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** The landing of files, which looks at all headers first, then checks and lands one file after the other. */
final class FileLanding {
    private final RawZone raw;
    private final DeliveryCatalog catalog;
    private final Clock clock;

    FileLanding(RawZone raw, Clock clock) {
        this.raw = raw;
        this.catalog = new DeliveryCatalog(raw);
        this.clock = clock;
    }

    List<IngestOutcome> land(CaseFiles files, IngestProgress progress) {
        List<CaseCsv> sheets =
                PackedFiles.at(files.path()).stream().map(CaseCsv::of).toList();
        SortedMap<String, SortedMap<String, Long>> deliveries = raw.deliveries();
        new Leftovers(raw)
                .clear(deliveries, delivery -> deliveries.get(delivery).containsKey(SodaDownload.FILE));
        List<Manifest> known = new ArrayList<>(catalog.deliveries());
        List<IngestOutcome> outcomes = new ArrayList<>();
        for (CaseCsv sheet : sheets) {
            CsvScan scan = scan(sheet, progress);
            String delivery = DeliveryNames.next(clock.instant(), deliveries);
            LandedFile file = new LandedFile(
                    RawZone.folder(delivery) + objectName(sheet.content().fileName()),
                    scan.rows(),
                    scan.bytes(),
                    scan.sha256());
            Optional<Manifest> earlier = known.stream()
                    .filter(manifest -> manifest.hasContentOf(List.of(file)))
                    .findFirst();
            if (earlier.isPresent()) {
                outcomes.add(new AlreadyThere(earlier.get()));
                continue;
            }
            Manifest manifest = new Manifest(
                    delivery,
                    files.origin(),
                    files.description().orElse(sheet.content().source()),
                    scan.rows(),
                    sheet.header(),
                    sheet.columns(),
                    scan.multiline(),
                    List.of(file),
                    clock.instant());
            upload(sheet.content(), scan, file, progress);
            catalog.publish(manifest);
            deliveries.put(delivery, new TreeMap<>());
            known.add(manifest);
            outcomes.add(new Landed(manifest));
        }
        return outcomes;
    }

    private static CsvScan scan(CaseCsv sheet, IngestProgress progress) {
        CsvScan scan = CsvScan.of(sheet.content(), progress);
        if (scan.rows() == 0) {
            throw new IngestException(sheet.content().source() + " has a header and no cases.");
        }
        return scan;
    }

    private void upload(CsvContent content, CsvScan scan, LandedFile file, IngestProgress progress) {
        new Upload(raw, file.key())
                .send(
                        content,
                        scan,
                        sent -> progress.advanced(new Advance(
                                Stage.LANDING,
                                content.source(),
                                scan.rows(),
                                sent,
                                OptionalLong.of(scan.rows()),
                                OptionalLong.of(scan.bytes()))));
    }

    /**
     * Returns the name of an object: its letters are ones that every store and shell takes, and it does not begin with
     * '_' or '.', because Spark would not read such a file.
     */
    private static String objectName(String fileName) {
        String name = fileName.replaceFirst("(?i)\\.(csv|txt)$", "")
                .replaceAll("[^A-Za-z0-9._-]+", "_")
                .replaceFirst("^[._]+", "");
        return (name.isEmpty() ? "cases" : name) + ".csv";
    }
}
