package io.laguna.pipelines.covid.ingest;

import java.util.SortedMap;
import java.util.function.Predicate;

/** The files and uploads of ingests that did not come to their end. One ingest at a time may run on a bucket. */
final class Leftovers {
    private final RawZone raw;

    Leftovers(RawZone raw) {
        this.raw = raw;
    }

    /**
     * Deletes deliveries without manifest, except those whose files pass, and aborts all uploads.
     *
     * @param deliveries the listing of the deliveries; deleted ones are taken out of it
     */
    void clear(SortedMap<String, SortedMap<String, Long>> deliveries, Predicate<String> kept) {
        raw.abortUploads(key -> true);
        deliveries.entrySet().removeIf(delivery -> {
            boolean leftover =
                    !delivery.getValue().containsKey(DeliveryCatalog.MANIFEST) && !kept.test(delivery.getKey());
            if (leftover) {
                raw.deleteDelivery(delivery.getKey());
            }
            return leftover;
        });
    }
}
