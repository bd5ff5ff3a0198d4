package io.laguna.emulator.prices;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table of prices on demand in dollars, without tax.
 *
 * @param date the day on which they were collected
 * @param region the only region for which they hold
 * @param sources the pages that they are from
 * @param instances prices per hour and instance, by type
 * @param serverless prices of EMR Serverless, per hour
 * @param athena prices of Athena's queries
 * @param glue prices of Glue's jobs
 * @param functions prices of functions, and of HTTP APIs that lead to them
 * @param redshift prices per hour and node of a Redshift cluster, by type
 */
public record PriceTable(
        @JsonProperty(value = "date", required = true) String date,
        @JsonProperty(value = "region", required = true) String region,
        @JsonProperty(value = "sources", required = true) List<String> sources,
        @JsonProperty(value = "instances", required = true) Map<String, Instance> instances,
        @JsonProperty(value = "serverless", required = true) Serverless serverless,
        @JsonProperty(value = "athena", required = true) Athena athena,
        @JsonProperty(value = "glue", required = true) Glue glue,
        @JsonProperty(value = "functions", required = true) Functions functions,
        @JsonProperty(value = "redshift", required = true) Map<String, BigDecimal> redshift) {

    /**
     * The prices of one instance for an hour.
     *
     * @param ec2 on demand, Linux
     * @param emr the price that EMR adds
     */
    public record Instance(
            @JsonProperty(value = "ec2", required = true) BigDecimal ec2,
            @JsonProperty(value = "emr", required = true) BigDecimal emr) {}

    /** The prices of EMR Serverless on x86, for an hour. */
    public record Serverless(
            @JsonProperty(value = "vcpu", required = true) BigDecimal vcpu,
            @JsonProperty(value = "gb", required = true) BigDecimal gb) {}

    /**
     * The prices of a query.
     *
     * @param scannedTb for 10^12 bytes
     * @param minimumBytes the least that is billed
     * @param roundedToBytes the unit that bytes are rounded up to
     */
    public record Athena(
            @JsonProperty(value = "scannedTb", required = true) BigDecimal scannedTb,
            @JsonProperty(value = "minimumBytes", required = true) long minimumBytes,
            @JsonProperty(value = "roundedToBytes", required = true) long roundedToBytes) {}

    /**
     * The prices of a run of a job.
     *
     * @param dpuHour for a DPU and an hour
     * @param flexDpuHour the same of the flexible execution class
     * @param minimumSeconds billed for a run that takes less
     */
    public record Glue(
            @JsonProperty(value = "dpuHour", required = true) BigDecimal dpuHour,
            @JsonProperty(value = "flexDpuHour", required = true) BigDecimal flexDpuHour,
            @JsonProperty(value = "minimumSeconds", required = true) long minimumSeconds) {}

    /**
     * The prices of functions, and of HTTP APIs that lead to them.
     *
     * @param millionInvocations for 10^6 of them
     * @param gbSecond for a second in which a function has a GB of memory, on x86
     * @param millionRequests for 10^6 requests to an HTTP API
     */
    public record Functions(
            @JsonProperty(value = "millionInvocations", required = true) BigDecimal millionInvocations,
            @JsonProperty(value = "gbSecond", required = true) BigDecimal gbSecond,
            @JsonProperty(value = "millionRequests", required = true) BigDecimal millionRequests) {}

    public PriceTable {
        sources = List.copyOf(sources);
        instances = Map.copyOf(instances);
        redshift = Map.copyOf(redshift);
    }

    /** Returns the table in a file. */
    public static PriceTable read(Path file) {
        try {
            return new ObjectMapper().readValue(file.toFile(), PriceTable.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The prices in " + file + " cannot be read", e);
        }
    }

    /** Returns the latest of the tables in a folder, whose names are their dates. */
    public static Path latest(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .max(Comparator.comparing(file -> file.getFileName().toString()))
                    .orElseThrow(() -> new IllegalStateException("There is no price table in " + folder));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for price tables in " + folder, e);
        }
    }

    public Optional<Instance> instance(String type) {
        return Optional.ofNullable(instances.get(type));
    }
}
