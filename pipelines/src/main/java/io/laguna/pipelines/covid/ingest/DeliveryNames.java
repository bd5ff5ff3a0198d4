package io.laguna.pipelines.covid.ingest;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;

/** The names of deliveries, made from the UTC second of their landing. */
final class DeliveryNames {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss");

    private DeliveryNames() {}

    /**
     * Returns a name for now that is greater than all other names, even if one of them is of this second or the clock
     * was set back.
     */
    static String next(Instant now, SortedMap<String, ?> deliveries) {
        LocalDateTime time = LocalDateTime.ofInstant(now.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
        if (!deliveries.isEmpty()) {
            LocalDateTime afterLast =
                    LocalDateTime.parse(deliveries.lastKey(), NAME).plusSeconds(1);
            if (afterLast.isAfter(time)) {
                time = afterLast;
            }
        }
        return NAME.format(time);
    }
}
