package io.laguna.pipelines.covid.ingest;

import java.util.Optional;
import java.util.SortedMap;

/** The search for an interrupted download to go on with. */
final class SodaResumption {
    private final RawZone raw;

    SodaResumption(RawZone raw) {
        this.raw = raw;
    }

    /** An unfinished delivery and its progress. */
    record Unfinished(String delivery, SodaDownload download) {}

    /**
     * Returns the latest unfinished delivery of this query, if it still has so many rows and all noted pages are there.
     */
    Optional<Unfinished> find(SodaDownload wanted, SortedMap<String, SortedMap<String, Long>> deliveries) {
        return deliveries.entrySet().stream()
                .filter(delivery -> !delivery.getValue().containsKey(DeliveryCatalog.MANIFEST))
                .filter(delivery -> delivery.getValue().containsKey(SodaDownload.FILE))
                .flatMap(delivery -> read(delivery.getKey())
                        .filter(download -> download.source().equals(wanted.source())
                                && download.expectedRows() == wanted.expectedRows()
                                && isWhole(download, delivery.getValue()))
                        .map(download -> new Unfinished(delivery.getKey(), download))
                        .stream())
                .reduce((earlier, later) -> later);
    }

    /**
     * Moves pages under a new delivery name: the old name is no longer the latest, and readers take a greater name for
     * a later release.
     */
    SodaDownload move(Unfinished unfinished, String delivery) {
        SodaDownload moved = unfinished.download().movedTo(delivery);
        for (int i = 0; i < moved.pages().size(); i++) {
            raw.copy(
                    unfinished.download().pages().get(i).key(),
                    moved.pages().get(i).key());
        }
        return moved;
    }

    private Optional<SodaDownload> read(String delivery) {
        String key = RawZone.folder(delivery) + SodaDownload.FILE;
        return raw.read(key).map(json -> Json.read(json, SodaDownload.class, "s3://" + raw.bucket() + "/" + key));
    }

    private static boolean isWhole(SodaDownload download, SortedMap<String, Long> files) {
        return download.pages().stream()
                .allMatch(page -> files.getOrDefault(SodaDownload.name(page), -1L) == page.bytes());
    }
}
