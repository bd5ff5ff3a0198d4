package io.laguna.pipelines.profile;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A profile as it is written: a {@link java.util.Properties} file.
 *
 * <p>The keys and their meanings are in {@code profiles/aws.properties}. Values may hold variables that the caller
 * fills in, such as <code>${laguna.endpoint}</code>.
 */
public final class ProfileFile {
    private static final String CONF = "spark.conf.";
    private static final Pattern FOLDER = Pattern.compile("s3://[a-z0-9.-]+/.*");

    private static final Set<String> KEYS = Set.of(
            "region",
            "endpoint",
            "via",
            "bucket.raw",
            "bucket.trusted",
            "bucket.refined",
            "bucket.warehouse",
            "bucket.code",
            "log-uri",
            "release-label",
            "catalog",
            "configurations",
            "deploy-mode",
            "source.url",
            "source.user",
            "source.password-file",
            "source.store-password",
            "source.jars",
            "emr.steps",
            "emr.primary-type",
            "emr.core-type",
            "emr.core-count",
            "emr.service-role",
            "emr.instance-profile",
            "emr.subnet",
            "emr.idle-timeout-seconds",
            "serverless.application",
            "serverless.execution-role",
            "serverless.maximum-cpu",
            "serverless.maximum-memory",
            "serverless.subnets",
            "serverless.security-groups",
            "athena.workgroup",
            "athena.results",
            "lambda.role",
            "ingest.schedule",
            "ingest.enabled",
            "ingest.source",
            "glue.role",
            "glue.subnet",
            "glue.availability-zone",
            "glue.security-groups",
            "redshift.role",
            "redshift.node-type",
            "redshift.after",
            "events.role",
            "alert.email",
            "poll-millis",
            "unanswered-seconds",
            "deadline-minutes",
            "log-wait-seconds");

    private final ProfileText text;
    private final Path home;

    private ProfileFile(ProfileText text, Path home) {
        this.text = text;
        this.home = home;
    }

    /**
     * Reads a file.
     *
     * @param home the folder that the paths in it are relative to
     * @throws ProfileException when it cannot be read, or has keys that no profile has
     */
    public static ProfileFile read(Path file, Path home) {
        ProfileText text = ProfileText.read(file);
        text.requireKnown(KEYS, CONF);
        return new ProfileFile(text, home);
    }

    /** Returns the names of the variables in the file. */
    public Set<String> variables() {
        return text.variables();
    }

    /**
     * Returns the profile.
     *
     * @param variables the values of the variables by name
     * @param via the service that is to run the jobs, instead of the one that the file names
     * @throws ProfileException for a value that is missing or wrong, and for an unknown variable
     */
    public Profile profile(Map<String, String> variables, Optional<Via> via) {
        return profile(text.with(variables), via);
    }

    /**
     * Returns what a pipeline of Lambda, Glue and Redshift needs of the profile.
     *
     * @param variables the values of the variables by name
     * @throws ProfileException for a value that is missing or wrong, and for an unknown variable
     */
    public WorkflowProfile workflow(Map<String, String> variables) {
        ProfileText values = text.with(variables);
        return new WorkflowProfile(
                values.file(),
                values.get("region"),
                values.find("endpoint").map(URI::create),
                values.get("bucket.raw"),
                values.get("bucket.trusted"),
                values.get("bucket.code"),
                queries(values),
                new WorkflowProfile.Roles(
                        values.get("lambda.role"),
                        values.get("glue.role"),
                        values.get("redshift.role"),
                        values.get("events.role")),
                new WorkflowProfile.Warehouse(
                        values.get("redshift.node-type"),
                        WorkflowProfile.After.valueOf(
                                values.choice("redshift.after", "keep", "pause").toUpperCase(Locale.ROOT))),
                values.find("glue.subnet")
                        .map(subnet -> new WorkflowProfile.Network(
                                subnet, values.get("glue.availability-zone"), values.list("glue.security-groups"))),
                values.find("alert.email"),
                patience(values),
                values.placeholders().stream().filter(ProfileFile::isWorkflows).toList());
    }

    private static boolean isWorkflows(String key) {
        return Stream.of("bucket.raw", "bucket.trusted", "bucket.code", "athena.", "lambda.", "glue.", "redshift.")
                        .anyMatch(key::startsWith)
                || key.startsWith("events.")
                || key.startsWith("alert.");
    }

    private Profile profile(ProfileText values, Optional<Via> via) {
        return new Profile(
                values.file(),
                values.get("region"),
                values.find("endpoint").map(URI::create),
                new Zones(
                        values.get("bucket.raw"),
                        values.get("bucket.trusted"),
                        values.get("bucket.refined"),
                        values.get("bucket.warehouse")),
                values.get("bucket.code"),
                folder(values, "log-uri", values.get("log-uri")),
                values.get("release-label"),
                source(values),
                values.find("source.store-password"),
                new JobSettings(values.choice("deploy-mode", "client", "cluster"), values.below(CONF)),
                Catalog.valueOf(values.choice("catalog", "hive", "glue").toUpperCase(Locale.ROOT)),
                values.find("configurations").map(home::resolve),
                place(values, via.orElseGet(() -> via(values))),
                queries(values),
                functions(values),
                patience(values),
                placeholders(values, via.orElseGet(() -> via(values))));
    }

    /** Returns the placeholders that matter. The keys of the other service do not. */
    private static List<String> placeholders(ProfileText values, Via via) {
        String others =
                switch (via) {
                    case EMR -> "serverless.";
                    case EMR_SERVERLESS -> "emr.";
                };
        return values.placeholders().stream()
                .filter(key -> !key.startsWith(others) && !isWorkflowsAlone(key))
                .toList();
    }

    private static boolean isWorkflowsAlone(String key) {
        return isWorkflows(key) && Stream.of("bucket.", "athena.", "lambda.").noneMatch(key::startsWith);
    }

    private static Optional<FunctionSettings> functions(ProfileText values) {
        return values.find("lambda.role")
                .map(role -> new FunctionSettings(
                        role,
                        values.find("ingest.schedule").orElse("rate(1 day)"),
                        values.find("ingest.enabled").isPresent()
                                && values.choice("ingest.enabled", "true", "false")
                                        .equals("true"),
                        values.find("ingest.source")));
    }

    private static Source source(ProfileText values) {
        if (values.find("source.store-password").isPresent()) {
            values.get("source.password-file");
        }
        values.find("source.password-file")
                .filter(uri -> !FOLDER.matcher(uri).matches())
                .ifPresent(uri -> {
                    throw values.wrong("source.password-file", "has to be s3://bucket/key, and not " + uri);
                });
        return new Source(
                values.get("source.url"),
                values.get("source.user"),
                values.find("source.password-file"),
                values.list("source.jars"));
    }

    private static Via via(ProfileText values) {
        String[] words = Stream.of(Via.values()).map(Via::toString).toArray(String[]::new);
        return Via.of(values.choice("via", words)).orElseThrow();
    }

    private static Place place(ProfileText values, Via via) {
        return switch (via) {
            case EMR -> new Place.Cluster(
                    Place.StepOrder.valueOf(
                            values.choice("emr.steps", "waves", "sequence").toUpperCase(Locale.ROOT)),
                    values.get("emr.primary-type"),
                    values.get("emr.core-type"),
                    (int) values.number("emr.core-count"),
                    values.get("emr.service-role"),
                    values.get("emr.instance-profile"),
                    values.find("emr.subnet"),
                    Duration.ofSeconds(values.number("emr.idle-timeout-seconds")));
            case EMR_SERVERLESS -> new Place.Application(
                    values.find("serverless.application"),
                    values.get("serverless.execution-role"),
                    values.get("serverless.maximum-cpu"),
                    values.get("serverless.maximum-memory"),
                    values.list("serverless.subnets"),
                    values.list("serverless.security-groups"));
        };
    }

    private static QuerySettings queries(ProfileText values) {
        String results = values.find("athena.results").orElse("s3://" + values.get("bucket.refined") + "/athena/");
        return new QuerySettings(
                values.find("athena.workgroup").orElse("primary"), folder(values, "athena.results", results));
    }

    /** Returns a folder's URI with a slash at its end. */
    private static String folder(ProfileText values, String key, String uri) {
        if (!FOLDER.matcher(uri).matches()) {
            throw values.wrong(key, "has to be a folder, s3://bucket/folder/, and not " + uri);
        }
        return uri.endsWith("/") ? uri : uri + "/";
    }

    private static Patience patience(ProfileText values) {
        return new Patience(
                Duration.ofMillis(values.number("poll-millis")),
                Duration.ofSeconds(values.number("unanswered-seconds")),
                Duration.ofMinutes(values.number("deadline-minutes")),
                Duration.ofSeconds(values.number("log-wait-seconds")));
    }
}
