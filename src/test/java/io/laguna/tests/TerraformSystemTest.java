package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.edge.signature.AccessKey;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBus;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshiftserverless.RedshiftServerlessClient;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Tests of the lake with Terraform and its AWS provider, as they are. Every file of {@code src/test/resources/terraform} has
 * the resources of a service: all are applied, planned without a change, changed, planned, imported, and destroyed. A new
 * type of resource is a block in such a file, with the id of its import in a line {@code # import ADDRESS ID} (or
 * {@code $ADDRESS.ATTRIBUTE} for an id that is known later).
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TerraformSystemTest {
    private static final String SETTINGS =
            """
            variable "changed" {
              type    = bool
              default = false
            }

            provider "aws" {}
            """;

    /** An override of the pipeline of sales: another lake of this machine may have the port that Terraform expects. */
    private static final String ANY_PORT =
            """
            resource "aws_redshift_cluster" "warehouse" {
              lifecycle {
                ignore_changes = [port]
              }
            }
            """;

    private Path folder;
    private SystemLake lake;

    @BeforeAll
    void startTheLake(@TempDir Path temporary) {
        folder = temporary;
        lake = SystemLake.start(folder.resolve("lake"));
    }

    @AfterAll
    void stopTheLake() {
        lake.close();
    }

    /** An import: where a resource is in the configuration, and its id. */
    private record Import(String address, String id) {}

    @Test
    void everyTypeOfResourceIsAppliedPlannedChangedImportedAndDestroyed() throws IOException, URISyntaxException {
        Terraform terraform = project("resources", resources(), Map.of("settings.tf", SETTINGS));

        terraform.apply();
        assertThat(terraform.plan()).as("a plan after the apply").isEmpty();
        assertThat(terraform.resources()).hasSizeGreaterThanOrEqualTo(182);

        terraform.apply("changed=true");
        assertThat(terraform.plan("changed=true")).as("a plan after the change").isEmpty();

        List<Import> imports = imports(terraform);
        terraform.forget(imports.stream().map(Import::address).toList());
        write(terraform, imports);
        terraform.apply("changed=true");
        assertThat(terraform.plan("changed=true")).as("a plan after the import").isEmpty();

        terraform.destroy("changed=true");
        assertNothingIsLeft();
    }

    @Test
    void theExampleIsAppliedPlannedChangedAndDestroyed() throws IOException {
        Terraform terraform = project("example", LagunaCommand.home().resolve("examples/terraform"), Map.of());

        terraform.apply();
        assertThat(terraform.plan()).as("a plan after the apply").isEmpty();

        terraform.apply("raw_retention_days=30");
        assertThat(terraform.plan("raw_retention_days=30"))
                .as("a plan after the change")
                .isEmpty();

        terraform.destroy("raw_retention_days=30");
        assertNothingIsLeft();
    }

    @Test
    void thePipelineOfSalesIsAppliedPlannedAndDestroyed() throws IOException {
        copyFiles(
                LagunaCommand.home().resolve("glue-jobs/sales"),
                Files.createDirectories(folder.resolve("glue-jobs/sales")));
        String password = "password=Sales-2026";
        Terraform terraform = project(
                "examples/terraform/sales",
                LagunaCommand.home().resolve("examples/terraform/sales"),
                Map.of("port_override.tf", ANY_PORT));

        terraform.apply(password);
        assertThat(terraform.plan(password)).as("a plan after the apply").isEmpty();

        terraform.destroy(password);
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() {
        assertThat(lake.s3().listBuckets().buckets())
                .extracting(Bucket::name)
                .noneMatch(name -> name.startsWith("terraform") || name.startsWith("sales-"));
        try (IamClient iam = lake.client(IamClient.builder())) {
            assertThat(iam.listRoles().roles()).isEmpty();
            assertThat(iam.listUsers().users()).isEmpty();
        }
        assertThat(lake.glue().getDatabases(get -> {}).databaseList())
                .noneMatch(database -> database.name().matches("(terraform|sales).*"));
        try (SqsClient queues = lake.client(SqsClient.builder());
                SnsClient topics = lake.client(SnsClient.builder());
                EventBridgeClient events = lake.client(EventBridgeClient.builder());
                LambdaClient functions = lake.client(LambdaClient.builder())) {
            assertThat(queues.listQueues().queueUrls()).isEmpty();
            assertThat(topics.listTopics().topics()).isEmpty();
            assertThat(events.listEventBuses(list -> {}).eventBuses())
                    .extracting(EventBus::name)
                    .containsExactly("default");
            assertThat(events.listRules(list -> {}).rules()).isEmpty();
            assertThat(functions.listFunctions().functions()).isEmpty();
            assertThat(functions.listLayers(list -> {}).layers()).isEmpty();
        }
        try (RedshiftClient clusters = lake.client(RedshiftClient.builder());
                RedshiftServerlessClient serverless = lake.client(RedshiftServerlessClient.builder())) {
            assertThat(clusters.describeClusters().clusters()).isEmpty();
            assertThat(serverless.listNamespaces(list -> {}).namespaces()).isEmpty();
        }
        assertThat(lake.glue().getJobs(get -> {}).jobs()).isEmpty();
        assertThat(lake.glue().getCrawlers(get -> {}).crawlers()).isEmpty();
    }

    /** Copies a folder's files into a project of their own, and adds others. */
    private Terraform project(String name, Path from, Map<String, String> added) throws IOException {
        Path project = Files.createDirectories(folder.resolve(name));
        copyFiles(from, project);
        AccessKey own = lake.keys().own();
        Map<String, String> variables = Map.of(
                "AWS_ENDPOINT_URL", lake.endpoint(),
                "AWS_ACCESS_KEY_ID", own.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY", own.secretAccessKey(),
                "AWS_REGION", "us-east-1");
        for (Map.Entry<String, String> file : added.entrySet()) {
            Files.writeString(project.resolve(file.getKey()), file.getValue());
        }
        Files.writeString(
                project.resolve("laguna_override.tf"),
                "provider \"aws\" {\n  s3_use_path_style           = true\n  skip_credentials_validation = true\n"
                        + "  skip_metadata_api_check     = true\n}\n");
        return Terraform.in(project, variables);
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static Path resources() throws URISyntaxException {
        URL resources = TerraformSystemTest.class.getResource("/terraform");
        return Path.of(resources.toURI());
    }

    private static List<Import> imports(Terraform terraform) throws IOException {
        List<Import> imports = new ArrayList<>();
        Set<String> here = new HashSet<>(terraform.resources());
        try (Stream<Path> files = Files.list(terraform.folder())) {
            for (Path file : files.filter(each -> each.toString().endsWith(".tf"))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (line.startsWith("# import ")) {
                        String[] words = line.substring("# import ".length()).split(" ", 2);
                        assertThat(here).contains(words[0]);
                        imports.add(new Import(
                                words[0],
                                words[1].startsWith("$") ? terraform.attribute(words[1].substring(1)) : words[1]));
                    }
                }
            }
        }
        return imports;
    }

    private static void write(Terraform terraform, List<Import> imports) throws IOException {
        StringBuilder blocks = new StringBuilder();
        imports.forEach(each -> blocks.append("import {\n  to = ")
                .append(each.address())
                .append("\n  id = \"")
                .append(each.id())
                .append("\"\n}\n"));
        Files.writeString(terraform.folder().resolve("imports.tf"), blocks);
    }
}
