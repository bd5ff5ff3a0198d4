package io.laguna.pipelines.sales;

import io.laguna.pipelines.athena.AthenaQueries;
import io.laguna.pipelines.follow.Questions;
import io.laguna.pipelines.follow.StopSignal;
import io.laguna.pipelines.profile.WorkflowProfile;
import io.laguna.pipelines.run.Buckets;
import io.laguna.pipelines.run.Clients;
import io.laguna.pipelines.run.EventClients;
import io.laguna.pipelines.step.Answer;
import io.laguna.pipelines.step.Query;
import io.laguna.pipelines.step.StepListener;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;

/**
 * A run of the pipeline of sales, wherever its clients lead: a producer sends a delivery through a function into S3, the event of
 * its last file starts a workflow of Glue, which loads it into Redshift, and queries check what has come.
 */
public final class SalesRun implements AutoCloseable {
    private static final String TOTALS =
            """
            SELECT product, CAST(SUM(CAST(total_value AS DOUBLE PRECISION)) AS DECIMAL(18, 2)) AS total_sales FROM %s
            GROUP BY product ORDER BY total_sales DESC""";
    private static final DateTimeFormatter DELIVERY =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final List<String> SCRIPTS = List.of("clean_sales.py", "load_sales.py");

    private final WorkflowProfile profile;
    private final Clients clients;
    private final EventClients services;
    private final Path scripts;
    private final Clock clock;
    private final Consumer<String> lines;
    private final StopSignal stop = new StopSignal();
    private final Questions questions;
    private final SalesWarehouse warehouse;
    private final AthenaQueries queries;

    /**
     * Creates a run that has not begun.
     *
     * @param scripts the folder of the function's and the jobs' code
     * @param lines takes what the run has to tell
     */
    public SalesRun(
            WorkflowProfile profile,
            Clients clients,
            EventClients services,
            Path scripts,
            Clock clock,
            Consumer<String> lines) {
        this.profile = profile;
        this.clients = clients;
        this.services = services;
        this.scripts = scripts;
        this.clock = clock;
        this.lines = lines;
        this.questions = new Questions(profile.patience(), stop);
        this.warehouse = new SalesWarehouse(services, profile, questions);
        this.queries =
                new AthenaQueries(clients.athena(), profile.queries(), profile.patience(), StepListener.SILENT, stop);
    }

    /**
     * Runs the pipeline to its end.
     *
     * @throws SalesFailedException when a part fails; the alert has come then
     */
    public void run(SalesFiles sales) {
        lines.accept("Making the pipeline");
        new Buckets(clients.s3(), profile.region()).create(profile.buckets());
        warehouse.ask();
        for (String script : SCRIPTS) {
            clients.s3()
                    .putObject(
                            put -> put.bucket(profile.code()).key("sales/" + script),
                            RequestBody.fromFile(scripts.resolve(script)));
        }
        Producer producer =
                new Producer(services.lambda(), questions, profile.roles().lambda(), profile.raw());
        producer.make(scripts);
        Alerts alerts = Alerts.make(services.events(), services.sns(), services.sqs(), profile.alertEmail(), questions);
        new SalesWorkflow(
                        services.glue(),
                        services.events(),
                        profile,
                        services.sts().getCallerIdentity().account())
                .make();
        tellOfFiles();
        warehouse.connect();
        try {
            deliver(producer, alerts, sales);
            check();
        } finally {
            warehouse.leave();
        }
    }

    /** Lets the bucket tell EventBridge of its files, beside whom it tells already. */
    private void tellOfFiles() {
        GetBucketNotificationConfigurationResponse told =
                clients.s3().getBucketNotificationConfiguration(get -> get.bucket(profile.raw()));
        if (told.eventBridgeConfiguration() == null) {
            clients.s3().putBucketNotificationConfiguration(put -> put.bucket(profile.raw())
                    .notificationConfiguration(
                            all -> all.lambdaFunctionConfigurations(told.lambdaFunctionConfigurations())
                                    .queueConfigurations(told.queueConfigurations())
                                    .topicConfigurations(told.topicConfigurations())
                                    .eventBridgeConfiguration(on -> {})));
        }
    }

    private void deliver(Producer producer, Alerts alerts, SalesFiles sales) {
        WorkflowFollower follower = new WorkflowFollower(services.glue(), questions, lines);
        Set<String> before = follower.known();
        String delivery = DELIVERY.format(Instant.now(clock));
        lines.accept("Delivering");
        int files = producer.send(delivery, sales);
        lines.accept("  " + files + " files through the function " + Names.FUNCTION + " into s3://" + profile.raw()
                + "/" + Names.RAW_FOLDER + "delivery=" + delivery + "/");
        try {
            follower.follow(before);
        } catch (SalesFailedException e) {
            lines.accept("  the alert, from the queue " + Names.ALERTS + ": " + alerts.take());
            throw new SalesFailedException(e.getMessage()
                    + "\nThe delivery stays where it is, and the next run meets it again, unless you take it away: s3://"
                    + profile.raw() + "/" + Names.RAW_FOLDER + "delivery=" + delivery + "/");
        }
    }

    private void check() {
        lines.accept("Athena, of the files");
        Answer answer = queries.run(new Query(
                "total-sales",
                "processed -> Athena",
                Names.DATABASE,
                String.format(Locale.ROOT, TOTALS, Names.PROCESSED_TABLE)));
        lines.accept("  " + answer.scannedBytes() + " bytes scanned, " + answer.location());
        lines.accept("Spectrum, of the same files without a load");
        print(warehouse.rows(String.format(Locale.ROOT, TOTALS, "sales_lake." + Names.PROCESSED_TABLE)));
        lines.accept("Redshift, of the table " + Names.WAREHOUSE_TABLE);
        print(warehouse.rows(String.format(Locale.ROOT, TOTALS, Names.WAREHOUSE_TABLE)));
        List<List<String>> loaded = warehouse.rows("SELECT count(*) FROM " + Names.WAREHOUSE_TABLE);
        List<List<String>> files = warehouse.rows("SELECT count(*) FROM sales_lake." + Names.PROCESSED_TABLE);
        if (!loaded.equals(files)) {
            throw new SalesFailedException("The table has " + loaded.get(0).get(0) + " sales, and the files have "
                    + files.get(0).get(0));
        }
        loaded.forEach(row -> lines.accept("  " + row.get(0) + " sales in the table, as many as in the files"));
    }

    private void print(List<List<String>> rows) {
        rows.forEach(row -> lines.accept(String.format("  %-12s %18s", row.get(0), row.get(1))));
    }

    /** Ends the wait for what runs. Another thread calls this. A workflow that has begun goes on. */
    public void stop() {
        stop.give();
        queries.close();
    }

    @Override
    public void close() {
        queries.close();
    }
}
