package io.laguna.pipelines.covid.ingest;

import io.laguna.pipelines.covid.ingest.IngestOutcome.AlreadyThere;
import io.laguna.pipelines.covid.ingest.IngestOutcome.Landed;
import io.laguna.pipelines.covid.ingest.IngestProgress.Advance;
import io.laguna.pipelines.covid.ingest.IngestProgress.Stage;
import io.laguna.pipelines.covid.ingest.SodaResumption.Unfinished;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/** The landing of the pages of a SODA query as the files of one delivery. */
final class SodaLanding {
    private final RawZone raw;
    private final DeliveryCatalog catalog;
    private final Clock clock;
    private final Backoff backoff;

    SodaLanding(RawZone raw, Clock clock, Backoff backoff) {
        this.raw = raw;
        this.catalog = new DeliveryCatalog(raw);
        this.clock = clock;
        this.backoff = backoff;
    }

    IngestOutcome land(SodaQuery query, IngestProgress progress) {
        SodaClient client = new SodaClient(query, clock, backoff);
        long rows = Math.min(client.count(), query.maxRows().orElse(Long.MAX_VALUE));
        if (rows == 0) {
            throw new IngestException(query.source() + " has no rows.");
        }
        SortedMap<String, SortedMap<String, Long>> deliveries = raw.deliveries();
        SodaResumption resumption = new SodaResumption(raw);
        Optional<Unfinished> unfinished = resumption.find(SodaDownload.begin(query.source(), rows), deliveries);
        new Leftovers(raw).clear(deliveries, delivery -> unfinished
                .filter(kept -> kept.delivery().equals(delivery))
                .isPresent());
        String delivery = unfinished
                .map(Unfinished::delivery)
                .filter(name -> name.equals(deliveries.lastKey()))
                .orElseGet(() -> DeliveryNames.next(clock.instant(), deliveries));
        SodaDownload download = unfinished
                .map(found -> found.delivery().equals(delivery) ? found.download() : resumption.move(found, delivery))
                .orElseGet(() -> SodaDownload.begin(query.source(), rows));
        note(delivery, download);
        unfinished
                .map(Unfinished::delivery)
                .filter(name -> !name.equals(delivery))
                .ifPresent(raw::deleteDelivery);
        return finish(query, delivery, downloadRest(client, query, delivery, download, progress));
    }

    /** Downloads pages until the full count is there, or a page is empty; a page may be shorter than asked for. */
    private SodaDownload downloadRest(
            SodaClient client, SodaQuery query, String delivery, SodaDownload begun, IngestProgress progress) {
        SodaDownload download = begun;
        while (download.rows() < download.expectedRows()) {
            long offset = download.rows();
            long limit = Math.min(query.pageSize(), download.expectedRows() - offset);
            byte[] bytes = client.page(offset, limit);
            CsvContent content = new CsvContent(
                    String.format(Locale.ROOT, "page-%09d.csv", offset),
                    query.page(offset, limit).toString(),
                    OptionalLong.of(bytes.length),
                    () -> new ByteArrayInputStream(bytes));
            CsvScan scan = CsvScan.of(content, IngestProgress.SILENT);
            if (scan.rows() == 0) {
                return download;
            }
            List<String> columns = CaseCsv.of(content).columns();
            if (!download.columns().isEmpty() && !columns.equals(download.columns())) {
                throw new IngestException(content.source() + " has another header than the pages before: " + columns);
            }
            LandedFile page = new LandedFile(
                    RawZone.folder(delivery) + content.fileName(), scan.rows(), scan.bytes(), scan.sha256());
            new Upload(raw, page.key()).send(content, scan, sent -> {});
            download = download.with(page, columns, scan.multiline());
            note(delivery, download);
            progress.advanced(new Advance(
                    Stage.DOWNLOADING,
                    query.source(),
                    download.rows(),
                    download.bytes(),
                    OptionalLong.of(download.expectedRows()),
                    OptionalLong.empty()));
        }
        return download;
    }

    private IngestOutcome finish(SodaQuery query, String delivery, SodaDownload download) {
        if (download.rows() != download.expectedRows()) {
            raw.deleteDelivery(delivery);
            throw new IngestException(query.source() + " announced " + download.expectedRows() + " rows and gave "
                    + download.rows() + ": it was probably republished in between. Run the ingest again.");
        }
        Optional<Manifest> earlier = catalog.deliveries().stream()
                .filter(manifest -> manifest.hasContentOf(download.pages()))
                .findFirst();
        if (earlier.isPresent()) {
            raw.deleteDelivery(delivery);
            return new AlreadyThere(earlier.get());
        }
        Manifest manifest = new Manifest(
                delivery,
                Origin.SODA,
                query.source(),
                download.rows(),
                CaseHeader.of(download.columns()).orElseThrow(),
                download.columns(),
                download.multiline(),
                download.pages(),
                clock.instant());
        catalog.publish(manifest);
        raw.deleteKey(RawZone.folder(delivery) + SodaDownload.FILE);
        return new Landed(manifest);
    }

    private void note(String delivery, SodaDownload download) {
        raw.write(RawZone.folder(delivery) + SodaDownload.FILE, DeliveryCatalog.JSON, Json.write(download));
    }
}
