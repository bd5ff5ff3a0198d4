package io.laguna.emulator.glue.crawler;

import io.laguna.emulator.crawl.CrawlConfiguration;
import io.laguna.emulator.crawl.S3Path;
import io.laguna.emulator.glue.crawler.work.QueuedEvents;
import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import java.nio.file.FileSystems;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.model.CatalogTarget;
import software.amazon.awssdk.services.glue.model.Crawler;
import software.amazon.awssdk.services.glue.model.CrawlerLineageSettings;
import software.amazon.awssdk.services.glue.model.CrawlerTargets;
import software.amazon.awssdk.services.glue.model.DeleteBehavior;
import software.amazon.awssdk.services.glue.model.DeltaTarget;
import software.amazon.awssdk.services.glue.model.IcebergTarget;
import software.amazon.awssdk.services.glue.model.JdbcMetadataEntry;
import software.amazon.awssdk.services.glue.model.JdbcTarget;
import software.amazon.awssdk.services.glue.model.RecrawlBehavior;
import software.amazon.awssdk.services.glue.model.S3Target;
import software.amazon.awssdk.services.glue.model.UpdateBehavior;

/**
 * The rules for a crawler's definition, as a request gives it or an update leaves it.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-crawler-crawling.html">Crawlers</a>
 */
final class CrawlerRules {
    private static final int MOST_SAMPLES = 249;
    private static final int DEEPEST = 20;
    private static final Pattern ROLE_ARN = Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:role/(.+)");
    private static final Pattern ROLE = Pattern.compile("[\\w+=,.@/-]{1,512}");

    private CrawlerRules() {}

    /** Returns a role as crawlers have it: its name with its path, however it is given. */
    static String role(String given) {
        Matcher arn = ROLE_ARN.matcher(given);
        String name = arn.matches() ? arn.group(1) : given;
        if (!ROLE.matcher(name).matches()) {
            throw Failures.invalid("Role " + given + " is not the name or the ARN of an IAM role.");
        }
        return name;
    }

    /**
     * Checks a definition with its defaults.
     *
     * @throws software.amazon.awssdk.services.glue.model.InvalidInputException for one that Glue or Laguna has not
     */
    static void check(Crawler crawler) {
        Constraints constraints = new Constraints()
                .length("databaseName", crawler.databaseName(), 0, 255)
                .oneLine("databaseName", crawler.databaseName())
                .lines("description", crawler.description(), 2048)
                .length("tablePrefix", crawler.tablePrefix(), 0, 128)
                .length("crawlerSecurityConfiguration", crawler.crawlerSecurityConfiguration(), 0, 128)
                .oneOf(
                        "schemaChangePolicy.updateBehavior",
                        crawler.schemaChangePolicy().updateBehaviorAsString(),
                        UpdateBehavior.knownValues())
                .oneOf(
                        "schemaChangePolicy.deleteBehavior",
                        crawler.schemaChangePolicy().deleteBehaviorAsString(),
                        DeleteBehavior.knownValues())
                .oneOf(
                        "recrawlPolicy.recrawlBehavior",
                        crawler.recrawlPolicy().recrawlBehaviorAsString(),
                        RecrawlBehavior.knownValues())
                .oneOf(
                        "lineageConfiguration.crawlerLineageSettings",
                        crawler.lineageConfiguration().crawlerLineageSettingsAsString(),
                        CrawlerLineageSettings.knownValues())
                .length(
                        "lakeFormationConfiguration.accountId",
                        crawler.lakeFormationConfiguration().accountId(),
                        0,
                        12);
        crawler.classifiers().forEach(name -> constraints.name("classifiers", name));
        constraints.check();
        if (crawler.lineageConfiguration().crawlerLineageSettings() == CrawlerLineageSettings.ENABLE) {
            throw Failures.invalid("Data lineage is not implemented by Laguna.");
        }
        configuration(crawler);
        targets(crawler);
        recrawl(crawler);
    }

    /** Reads a crawler's configuration. */
    static CrawlConfiguration configuration(Crawler crawler) {
        try {
            return CrawlConfiguration.of(
                    Optional.ofNullable(crawler.configuration()).orElse(""));
        } catch (IllegalArgumentException e) {
            throw Failures.invalid(e.getMessage());
        }
    }

    private static void targets(Crawler crawler) {
        CrawlerTargets targets = crawler.targets();
        refuse("DynamoDB", targets.dynamoDBTargets());
        refuse("MongoDB", targets.mongoDBTargets());
        refuse("Hudi", targets.hudiTargets());
        targets.s3Targets().forEach(CrawlerRules::check);
        targets.jdbcTargets().forEach(CrawlerRules::check);
        targets.icebergTargets().forEach(CrawlerRules::check);
        targets.deltaTargets().forEach(CrawlerRules::check);
        boolean others = Stream.of(
                        targets.s3Targets(), targets.jdbcTargets(), targets.icebergTargets(), targets.deltaTargets())
                .anyMatch(list -> !list.isEmpty());
        if (!targets.catalogTargets().isEmpty()) {
            catalog(crawler, others);
        } else if (!others) {
            throw Failures.invalid("Crawler targets must have at least one target.");
        } else if (crawler.databaseName() == null || crawler.databaseName().isEmpty()) {
            throw Failures.invalid("DatabaseName is required: a crawler writes its tables there.");
        }
    }

    private static void refuse(String kind, List<?> targets) {
        if (!targets.isEmpty()) {
            throw Failures.invalid(
                    kind + " targets are not implemented by Laguna. Targets here: S3, JDBC, Catalog, Iceberg, Delta.");
        }
    }

    private static void check(S3Target target) {
        path("S3Target", target.path());
        target.exclusions().forEach(CrawlerRules::glob);
        int samples = Optional.ofNullable(target.sampleSize()).orElse(1);
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw Failures.invalid("SampleSize must be between 1 and " + MOST_SAMPLES + ".");
        }
        queues(target.eventQueueArn(), target.dlqEventQueueArn());
    }

    private static void check(JdbcTarget target) {
        if (target.connectionName() == null || target.connectionName().isBlank()) {
            throw Failures.invalid("A JDBC target must have a ConnectionName.");
        }
        if (target.path() == null || target.path().isBlank()) {
            throw Failures.invalid("A JDBC target must have a Path: database/schema/table.");
        }
        if (target.path().split("/", 2)[0].contains("%")) {
            throw Failures.invalid("% stands for schemas and tables in the Path of a JDBC target, not for a database: "
                    + target.path());
        }
        target.exclusions().forEach(CrawlerRules::glob);
        new Constraints()
                .length("targets.jdbcTargets.connectionName", target.connectionName(), 1, 2048)
                .length("targets.jdbcTargets.path", target.path(), 1, 2048)
                .check();
        for (String metadata : target.enableAdditionalMetadataAsStrings()) {
            new Constraints()
                    .oneOf("targets.jdbcTargets.enableAdditionalMetadata", metadata, JdbcMetadataEntry.knownValues())
                    .check();
        }
    }

    private static void check(IcebergTarget target) {
        if (target.paths().isEmpty()) {
            throw Failures.invalid("An Iceberg target must have Paths.");
        }
        target.paths().forEach(path -> path("IcebergTarget", path));
        target.exclusions().forEach(CrawlerRules::glob);
        int depth = Optional.ofNullable(target.maximumTraversalDepth()).orElse(1);
        if (depth < 1 || depth > DEEPEST) {
            throw Failures.invalid("MaximumTraversalDepth must be between 1 and " + DEEPEST + ".");
        }
    }

    private static void check(DeltaTarget target) {
        if (target.deltaTables().isEmpty()) {
            throw Failures.invalid("A Delta target must have DeltaTables.");
        }
        target.deltaTables().forEach(path -> path("DeltaTarget", path));
        new Constraints()
                .length("targets.deltaTargets.connectionName", target.connectionName(), 0, 2048)
                .check();
    }

    private static void catalog(Crawler crawler, boolean others) {
        if (others) {
            throw Failures.invalid("Catalog targets cannot be mixed with other targets.");
        }
        if (crawler.schemaChangePolicy().deleteBehavior() != DeleteBehavior.LOG) {
            throw Failures.invalid(
                    "The SchemaChangePolicy for catalog targets can have only LOG DeleteBehavior value.");
        }
        for (CatalogTarget target : crawler.targets().catalogTargets()) {
            if (target.tables().isEmpty()) {
                throw Failures.invalid("A catalog target must have Tables.");
            }
            Constraints constraints =
                    new Constraints().name("targets.catalogTargets.databaseName", target.databaseName());
            target.tables().forEach(table -> constraints.name("targets.catalogTargets.tables", table));
            constraints.check();
            queues(target.eventQueueArn(), target.dlqEventQueueArn());
        }
    }

    /** Tells whether a request names a queue. Terraform sends an empty text where its configuration has none. */
    private static boolean isNamed(String queue) {
        return queue != null && !queue.isEmpty();
    }

    private static void recrawl(Crawler crawler) {
        switch (crawler.recrawlPolicy().recrawlBehavior()) {
            case CRAWL_EVENT_MODE -> {
                boolean hasQueue = Stream.concat(
                                crawler.targets().s3Targets().stream().map(S3Target::eventQueueArn),
                                crawler.targets().catalogTargets().stream().map(CatalogTarget::eventQueueArn))
                        .anyMatch(CrawlerRules::isNamed);
                if (!hasQueue) {
                    throw Failures.invalid("A crawler with the recrawl behavior CRAWL_EVENT_MODE needs an EventQueueArn"
                            + " of an S3 or catalog target.");
                }
            }
            case CRAWL_NEW_FOLDERS_ONLY -> {
                if (crawler.schemaChangePolicy().deleteBehavior() != DeleteBehavior.LOG
                        || crawler.schemaChangePolicy().updateBehavior() != UpdateBehavior.LOG) {
                    throw Failures.invalid(
                            "The SchemaChangePolicy for \"Crawl new folders only\" Amazon S3 target can have"
                                    + " only LOG DeleteBehavior value and LOG UpdateBehavior value.");
                }
            }
            case CRAWL_EVERYTHING, UNKNOWN_TO_SDK_VERSION -> {
                // Every crawler may look at everything.
            }
        }
    }

    private static void queues(String events, String letters) {
        for (String queue : new String[] {events, letters}) {
            if (isNamed(queue) && !QueuedEvents.isQueue(queue)) {
                throw Failures.invalid("SQS queue ARN " + queue + " is not the ARN of a queue.");
            }
        }
    }

    private static void path(String kind, String path) {
        if (path == null || path.isBlank() || path.length() > 2048 || path.indexOf('\0') >= 0) {
            throw Failures.invalid(kind + " must have a path of S3: " + path);
        }
        try {
            var unused = S3Path.of(path);
        } catch (IllegalArgumentException e) {
            throw Failures.invalid(e.getMessage());
        }
    }

    private static void glob(String pattern) {
        try {
            var unused = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        } catch (PatternSyntaxException e) {
            throw Failures.invalid("Invalid exclusion pattern " + pattern + ": " + e.getDescription());
        }
    }
}
