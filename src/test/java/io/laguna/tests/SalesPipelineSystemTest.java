package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.laguna.pipelines.profile.ProfileFile;
import io.laguna.pipelines.run.Clients;
import io.laguna.pipelines.run.EventClients;
import io.laguna.pipelines.sales.SalesFailedException;
import io.laguna.pipelines.sales.SalesFile;
import io.laguna.pipelines.sales.SalesFiles;
import io.laguna.pipelines.sales.SalesRun;
import io.laguna.pipelines.sales.SalesSample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Tests of the pipeline of sales: a delivery that cannot be read, and then one that can. */
@Tag("slow")
@NeedsPython
@ExtendWith(SharedLake.class)
class SalesPipelineSystemTest {
    private static final String READER = "data-team@example.org";
    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1\\S+ConfirmSubscription\\S+");
    private static final long ROWS = 2_000;

    private final SystemLake lake;
    private final List<String> lines = new ArrayList<>();

    @TempDir
    private Path folder;

    SalesPipelineSystemTest(SharedLake.Running running) {
        this.lake = running.lake();
    }

    @Test
    void aDeliveryComesIntoTheWarehouseAndABadOneIntoTheMailOfItsReader() throws IOException {
        confirmReader();
        Path bad = Files.writeString(
                folder.resolve("bad.csv"),
                """
                id,product,quantity,price,date
                1,Laptop,1,1200.00,2024-01-01
                2,Mouse,two,25.00,2024-01-01
                3,Keyboard,1,cheap,2024-13-02
                4,Monitor,1,,2024-01-02
                """);

        assertThatThrownBy(() -> run(new SalesFile(bad)))
                .isInstanceOf(SalesFailedException.class)
                .hasMessageContaining("laguna-sales-clean FAILED")
                .hasMessageContaining("2 of 4 sales cannot be read. The first is 2 of delivery")
                .hasMessageContaining("quantity two");
        assertThat(lines).anyMatch(line -> line.contains("the alert, from the queue laguna-sales-alerts: \"The job"));
        await().untilAsserted(() ->
                assertThat(mails()).anyMatch(mail -> mail.contains("The job laguna-sales-clean has ended as FAILED")));

        takeBadDeliveryAway();
        run(new SalesSample(ROWS, 1));

        long priced = priced();
        assertThat(lines).contains("  " + priced + " sales in the table, as many as in the files");
        assertThat(lines)
                .filteredOn(line -> line.matches("  Laptop +\\d+\\.\\d\\d"))
                .hasSize(2);
    }

    private static long priced() {
        return new SalesSample(ROWS, 1)
                .files()
                .next()
                .lines()
                .filter(line -> line.matches("\\d+,.*"))
                .filter(line -> !line.contains(",,"))
                .count();
    }

    private void run(SalesFiles sales) {
        Map<String, String> variables = Map.of(
                "laguna.endpoint",
                lake.endpoint(),
                "laguna.mysql",
                lake.addresses().mysql());
        try (Clients clients = new Clients(
                        lake.client(S3Client.builder().forcePathStyle(true)),
                        lake.client(EmrClient.builder()),
                        lake.client(EmrServerlessClient.builder()),
                        lake.client(AthenaClient.builder()));
                EventClients events = new EventClients(
                        lake.client(StsClient.builder()),
                        lake.client(LambdaClient.builder()),
                        lake.client(GlueClient.builder()),
                        lake.client(EventBridgeClient.builder()),
                        lake.client(SnsClient.builder()),
                        lake.client(SqsClient.builder()),
                        lake.client(SecretsManagerClient.builder()),
                        lake.client(RedshiftClient.builder()),
                        lake.client(RedshiftDataClient.builder()));
                SalesRun run = new SalesRun(
                        ProfileFile.read(
                                        LagunaCommand.home().resolve("profiles/local.properties"), LagunaCommand.home())
                                .workflow(variables),
                        clients,
                        events,
                        LagunaCommand.home().resolve("glue-jobs/sales"),
                        Clock.systemUTC(),
                        lines::add)) {
            run.run(sales);
        }
    }

    private void takeBadDeliveryAway() {
        lake.s3()
                .listObjectsV2(list -> list.bucket("raw").prefix("sales/sales_data/"))
                .contents()
                .forEach(object ->
                        lake.s3().deleteObject(delete -> delete.bucket("raw").key(object.key())));
    }

    /** Subscribes the reader of the profile, and follows the link of the first e-mail. */
    private void confirmReader() throws IOException {
        try (SnsClient sns = lake.client(SnsClient.builder())) {
            String topic = sns.createTopic(create -> create.name("laguna-sales-alerts"))
                    .topicArn();
            sns.subscribe(
                    subscribe -> subscribe.topicArn(topic).protocol("email").endpoint(READER));
        }
        await().until(() -> mails().stream().anyMatch(mail -> LINK.matcher(mail).find()));
        for (String mail : mails()) {
            Matcher link = LINK.matcher(mail);
            if (mail.contains("laguna-sales-alerts") && link.find()) {
                URI.create(link.group()).toURL().openStream().close();
            }
        }
    }

    private List<String> mails() {
        Path mail = lake.log("laguna").getParent().resolveSibling("mail");
        if (!Files.isDirectory(mail)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(mail)) {
            return files.map(SalesPipelineSystemTest::text)
                    .filter(text -> text.contains("To: " + READER))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
