package io.laguna.emulator.cli;

import io.laguna.emulator.prices.PriceTable;
import io.laguna.emulator.prices.QueryPrice;
import io.laguna.pipelines.profile.Place;
import io.laguna.pipelines.profile.Profile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The cost of a run's place per hour, and of each of its queries, in words. */
final class HourlyCost {
    private static final Pattern AMOUNT = Pattern.compile("([0-9.]+) ?(vCPU|GB)");

    private static final long BYTES_PER_MB = 1_000_000;
    private static final long MILLIS_AN_HOUR = 3_600_000;

    private final PriceTable prices;
    private final Path file;

    /**
     * Creates a cost by the prices of a file.
     *
     * @param file a {@link PriceTable}
     */
    HourlyCost(Path file) {
        this.prices = PriceTable.read(file);
        this.file = file;
    }

    /** Returns the sum and its parts, or the reason why there is no sum. */
    List<String> of(Profile profile) {
        List<String> lines = new ArrayList<>();
        if (!profile.region().equals(prices.region())) {
            lines.add("What this costs in " + profile.region() + " is not known here: " + file + " has the prices of "
                    + prices.region() + " only.");
            return lines;
        }
        if (profile.place() instanceof Place.Cluster cluster) {
            lines.addAll(of(cluster));
        } else {
            lines.addAll(of((Place.Application) profile.place()));
        }
        lines.add(query());
        profile.functions().ifPresent(functions -> lines.add(api()));
        lines.add("Prices of " + prices.date() + ", " + prices.region() + ", on demand; see " + file
                + "; without S3 requests, storage, data transfer.");
        return lines;
    }

    /** Returns what the place costs for a time, in words; nothing where its price is not known. */
    Optional<String> of(Profile profile, Duration time) {
        if (!profile.region().equals(prices.region())) {
            return Optional.empty();
        }
        return profile.place() instanceof Place.Cluster cluster
                ? hourly(cluster).map(dollars -> forTime("this cluster costs $", dollars, time))
                : Optional.of(
                        forTime("this application costs at most $", most((Place.Application) profile.place()), time));
    }

    private static String forTime(String place, BigDecimal dollars, Duration time) {
        return "On AWS " + place
                + dollars(dollars.multiply(BigDecimal.valueOf(time.toMillis()))
                        .divide(BigDecimal.valueOf(MILLIS_AN_HOUR), MathContext.DECIMAL64))
                + " for as long a run ($" + dollars(dollars) + " per hour), without its queries, requests and storage.";
    }

    private static BigDecimal price(PriceTable.Instance instance) {
        return instance.ec2().add(instance.emr());
    }

    private Optional<BigDecimal> hourly(Place.Cluster cluster) {
        return prices.instance(cluster.primaryType()).flatMap(primary -> prices.instance(cluster.coreType())
                .map(core -> price(primary).add(price(core).multiply(BigDecimal.valueOf(cluster.coreCount())))));
    }

    private BigDecimal most(Place.Application application) {
        return amount(application.maximumCpu())
                .multiply(prices.serverless().vcpu())
                .add(amount(application.maximumMemory())
                        .multiply(prices.serverless().gb()));
    }

    private String api() {
        PriceTable.Functions functions = prices.functions();
        return String.format(
                Locale.ROOT,
                "The API of the results: $%.2f per million requests, and $%.2f with $%s per GB-second for its function;"
                        + " each request is a query of Athena, unless its result is there",
                functions.millionRequests(),
                functions.millionInvocations(),
                functions.gbSecond().toPlainString());
    }

    private String query() {
        QueryPrice price = QueryPrice.of(prices);
        return "Each query of Athena: $" + String.format(Locale.ROOT, "%.2f", price.scannedTb())
                + " per TB that it scans, and at least $"
                + price.of(0).toPlainString() + ", which is "
                + price.minimumBytes() / BYTES_PER_MB + " MB";
    }

    private List<String> of(Place.Cluster cluster) {
        Map<String, Integer> counts = new TreeMap<>();
        counts.merge(cluster.primaryType(), 1, Integer::sum);
        counts.merge(cluster.coreType(), cluster.coreCount(), Integer::sum);
        List<String> lines = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        List<String> unknown = new ArrayList<>();
        for (Map.Entry<String, Integer> group : counts.entrySet()) {
            Optional<PriceTable.Instance> price = prices.instance(group.getKey());
            if (price.isEmpty()) {
                unknown.add(group.getKey());
                continue;
            }
            BigDecimal all = price(price.get()).multiply(BigDecimal.valueOf(group.getValue()));
            sum = sum.add(all);
            lines.add(String.format(
                    Locale.ROOT,
                    "  %d x %s: EC2 $%s + EMR $%s = $%s per hour",
                    group.getValue(),
                    group.getKey(),
                    price.get().ec2().toPlainString(),
                    price.get().emr().toPlainString(),
                    dollars(all)));
        }
        if (!unknown.isEmpty()) {
            return List.of("What this costs is not known here: " + file + " has no price of "
                    + String.join(", ", unknown) + ".");
        }
        lines.add(0, "While the cluster is up: $" + dollars(sum) + " per hour");
        return lines;
    }

    private List<String> of(Place.Application application) {
        BigDecimal vcpus = amount(application.maximumCpu());
        BigDecimal gigabytes = amount(application.maximumMemory());
        return List.of(
                "While jobs run: at most $" + dollars(most(application))
                        + " per hour, when the application is at its maximum capacity",
                "  " + vcpus.toPlainString() + " vCPU x $"
                        + prices.serverless().vcpu().toPlainString() + " + "
                        + gigabytes.toPlainString() + " GB x $"
                        + prices.serverless().gb().toPlainString());
    }

    private static BigDecimal amount(String text) {
        Matcher amount = AMOUNT.matcher(text.strip());
        if (!amount.matches()) {
            throw new IllegalArgumentException("No capacity of EMR Serverless, such as 16 vCPU or 64 GB: " + text);
        }
        return new BigDecimal(amount.group(1));
    }

    private static String dollars(BigDecimal amount) {
        return String.format(Locale.ROOT, "%.3f", amount);
    }
}
