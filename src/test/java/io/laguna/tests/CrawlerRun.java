package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Crawler;
import software.amazon.awssdk.services.glue.model.CrawlerState;
import software.amazon.awssdk.services.glue.model.CreateClassifierRequest;
import software.amazon.awssdk.services.glue.model.CreateCrawlerRequest;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.LastCrawlStatus;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.UpdateCrawlerRequest;

/** A case that is being carried out, by calls of AWS's clients alone. */
final class CrawlerRun {
    static final String BUCKET = "crawled";

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final SystemLake lake;
    private final CrawlerCase told;
    private final GlueClient glue;
    private boolean isMade;

    CrawlerRun(SystemLake lake, CrawlerCase told) {
        this.lake = lake;
        this.told = told;
        this.glue = lake.glue();
    }

    /** Carries out everything but the lines that are read by Athena and Spark. */
    void run() throws IOException {
        for (CrawlerCase.Line line : told.lines()) {
            carryOut(line);
        }
    }

    private void carryOut(CrawlerCase.Line line) throws IOException {
        switch (line.verb()) {
            case "file" -> put(line.rest(), line.content().getBytes(StandardCharsets.UTF_8));
            case "gzip" -> put(line.rest(), gzip(line.content()));
            case "classifier" -> glue.createClassifier(ShapeJson.read(line.rest(), CreateClassifierRequest.builder()));
            case "crawler" -> crawler(line.rest());
            case "crawl" -> crawl(line);
            case "tables" -> assertThat(tables()).as(told.name()).isEqualTo(words(line.rest(), ", "));
            case "columns" -> columns(line);
            case "keys" -> assertThat(table(line.first()).partitionKeys())
                    .as(told.name())
                    .allSatisfy(key -> assertThat(key.type()).isEqualTo("string"))
                    .extracting(key -> key.name())
                    .isEqualTo(words(line.second(), ", "));
            case "partitions" -> partitions(line);
            case "partition" -> partition(line);
            case "with" -> with(line);
            case "without" -> assertThat(table(line.first()).parameters())
                    .as(told.name())
                    .doesNotContainKey(line.second());
            case "serde" -> assertThat(
                            table(line.first()).storageDescriptor().serdeInfo().serializationLibrary())
                    .isEqualTo(line.second());
            case "log" -> assertThat(log()).as(told.name()).anySatisfy(text -> assertThat(text)
                    .contains(line.rest()));
            case "delete" -> lake.keys(BUCKET, told.name() + "/" + line.rest()).forEach(key -> lake.s3()
                    .deleteObject(delete -> delete.bucket(BUCKET).key(key)));
            case "drop" -> glue.deleteTable(
                    delete -> delete.databaseName(told.name()).name(line.rest()));
            case "delta" -> deltaLog(line);
            case "spark", "athena", "rows", "athena-rows", "unread" -> {
                // Before and after all cases, in one job.
            }
            default -> throw new AssertionError("No line of a case: " + line);
        }
    }

    private void put(String key, byte[] content) {
        lake.s3().putObject(put -> put.bucket(BUCKET).key(told.name() + "/" + key), RequestBody.fromBytes(content));
    }

    private void deltaLog(CrawlerCase.Line line) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode metadata = json.createObjectNode();
        metadata.putObject("metaData").put("schemaString", line.second()).putArray("partitionColumns");
        StringBuilder log = new StringBuilder(metadata + "\n");
        String folder = told.name() + "/" + line.first() + "/";
        for (String key : lake.keys(BUCKET, folder)) {
            if (key.endsWith(".parquet")) {
                ObjectNode add = json.createObjectNode();
                add.putObject("add").put("path", key.substring(folder.length())).putObject("partitionValues");
                log.append(add).append('\n');
            }
        }
        put(
                line.first() + "/_delta_log/00000000000000000000.json",
                log.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private void crawler(String json) {
        if (isMade) {
            UpdateCrawlerRequest.Builder update = ShapeJson.read(json, UpdateCrawlerRequest.builder()).toBuilder();
            glue.updateCrawler(update.name(told.name()).build());
        } else {
            CreateCrawlerRequest.Builder create = ShapeJson.read(json, CreateCrawlerRequest.builder()).toBuilder();
            glue.createCrawler(create.name(told.name())
                    .role("crawlers")
                    .databaseName(told.name())
                    .build());
        }
        isMade = true;
    }

    private void crawl(CrawlerCase.Line line) {
        glue.startCrawler(start -> start.name(told.name()));
        Crawler ended = await(told.name())
                .atMost(PATIENCE)
                .until(
                        () -> glue.getCrawler(get -> get.name(told.name())).crawler(),
                        crawler -> crawler.state() == CrawlerState.READY);
        assertThat(ended.lastCrawl().status())
                .as(told.name() + ": " + ended.lastCrawl().errorMessage())
                .isEqualTo(line.first().equals("FAILED") ? LastCrawlStatus.FAILED : LastCrawlStatus.SUCCEEDED);
        if (!line.second().isEmpty()) {
            assertThat(ended.lastCrawl().errorMessage()).contains(line.second());
        }
    }

    private List<String> tables() {
        try {
            return glue.getTables(get -> get.databaseName(told.name())).tableList().stream()
                    .map(Table::name)
                    .sorted()
                    .toList();
        } catch (EntityNotFoundException e) {
            return List.of();
        }
    }

    private Table table(String name) {
        return glue.getTable(get -> get.databaseName(told.name()).name(name)).table();
    }

    private void columns(CrawlerCase.Line line) {
        assertThat(table(line.first()).storageDescriptor().columns())
                .as(told.name())
                .extracting(column -> column.name() + " " + column.type())
                .isEqualTo(words(line.second(), " \\| "));
    }

    private void partition(CrawlerCase.Line line) {
        String[] words = line.second().split(" ", 2);
        assertThat(glue.getPartition(get -> get.databaseName(told.name())
                                .tableName(line.first())
                                .partitionValues(words[0]))
                        .partition()
                        .storageDescriptor()
                        .columns())
                .as(told.name())
                .extracting(column -> column.name() + " " + column.type())
                .isEqualTo(words(words[1], " \\| "));
    }

    private void partitions(CrawlerCase.Line line) {
        assertThat(
                        glue
                                .getPartitions(
                                        get -> get.databaseName(told.name()).tableName(line.first()))
                                .partitions()
                                .stream()
                                .map(partition -> String.join("/", partition.values()))
                                .sorted()
                                .toList())
                .as(told.name())
                .isEqualTo(words(line.second(), ", "));
    }

    private void with(CrawlerCase.Line line) {
        String[] parameter = line.second().split("=", 2);
        assertThat(table(line.first()).parameters()).as(told.name()).containsKey(parameter[0]);
        if (!parameter[1].equals("…")) {
            assertThat(table(line.first()).parameters()).as(told.name()).containsEntry(parameter[0], parameter[1]);
        }
    }

    private List<String> log() {
        try (CloudWatchLogsClient logs = lake.client(CloudWatchLogsClient.builder())) {
            return logs
                    .getLogEvents(get -> get.logGroupName("/aws-glue/crawlers")
                            .logStreamName(told.name())
                            .startFromHead(true))
                    .events()
                    .stream()
                    .map(event -> event.message())
                    .toList();
        }
    }

    private static List<String> words(String text, String between) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(between, -1));
    }

    /** Returns the lines of a verb. */
    static Stream<CrawlerCase.Line> lines(CrawlerCase told, String verb) {
        return told.lines().stream().filter(line -> line.verb().equals(verb));
    }
}
