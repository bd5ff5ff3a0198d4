package io.laguna.emulator.iam.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.iam.model.MalformedPolicyDocumentException;

/** Documents in the words of the table {@code documents.txt}, and documents made of all combinations of good parts. */
class DocumentsTest {
    private static final List<String> ACTIONS = List.of(
            "\"Action\":\"*\"",
            "\"Action\":\"s3:*\"",
            "\"Action\":[\"s3:GetObject\",\"glue:Get*\",\"states:StartExecution\"]",
            "\"NotAction\":\"iam:*\"",
            "\"NotAction\":[\"iam:*\",\"elasticmapreduce:RunJobFlow\"]");
    private static final List<String> RESOURCES = List.of(
            "\"Resource\":\"*\"",
            "\"Resource\":\"arn:aws:s3:::lake/*\"",
            "\"Resource\":[\"arn:aws:s3:::lake\",\"arn:aws:s3:::lake/${aws:username}/*\"]",
            "\"Resource\":\"arn:aws:glue:us-east-1:123456789012:table/raw/*\"",
            "\"NotResource\":\"arn:aws:iam::*:role/admin\"",
            "\"Resource\":[\"arn:*:lambda:*:*:function:f:*\",\"arn:aws:iam::123456789012:role/team/etl\"]");
    private static final List<String> CONDITIONS = List.of(
            "",
            ",\"Condition\":{}",
            ",\"Condition\":{\"StringLike\":{\"s3:prefix\":[\"raw/*\",\"\"]},\"Bool\":{\"aws:SecureTransport\":false}}",
            ",\"Condition\":{\"ForAnyValue:StringEqualsIfExists\":{\"aws:TagKeys\":\"team\"},"
                    + "\"DateLessThan\":{\"aws:CurrentTime\":\"2030-01-01T00:00:00Z\"}}",
            ",\"Condition\":{\"NumericLessThan\":{\"aws:MultiFactorAuthAge\":3600},"
                    + "\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"}}");

    /** A line of the table. */
    private record Case(String kind, String document, String message) {}

    @Test
    void everyCombinationOfGoodPartsIsADocument() {
        List<String> documents = new ArrayList<>();
        for (String action : ACTIONS) {
            for (String resource : RESOURCES) {
                for (String condition : CONDITIONS) {
                    documents.add("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"A1\",\"Effect\":\"Allow\","
                            + action + "," + resource + condition + "},{\"Sid\":\"\",\"Effect\":\"Deny\"," + action
                            + "," + resource + condition + "}]}");
                }
            }
        }

        assertThat(documents).hasSizeGreaterThan(100).allSatisfy(document -> assertThat(
                        PolicyDocument.managed(document).text())
                .isEqualTo(document));
    }

    /** A policy is refused whichever of its statements is wrong. */
    @Test
    void everyDocumentWithABadPartIsRefused() throws IOException {
        List<String> bad = cases().stream()
                .filter(each -> each.kind().equals("managed") && !each.message().isEmpty())
                .map(Case::document)
                .filter(document -> document.startsWith("{\"Version\":\"2012-10-17\",\"Statement\":{"))
                .map(document -> document.substring(document.indexOf("\"Statement\":") + 12, document.length() - 1))
                .toList();
        List<String> documents = bad.stream()
                .flatMap(statement -> ACTIONS.stream()
                        .map(action -> "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\"," + action
                                + ",\"Resource\":\"*\"}," + statement + "]}"))
                .toList();

        assertThat(documents).hasSizeGreaterThan(100).allSatisfy(document -> assertThatThrownBy(
                        () -> PolicyDocument.managed(document))
                .as(document)
                .isInstanceOf(MalformedPolicyDocumentException.class));
    }

    @TestFactory
    Stream<DynamicTest> documentsAreJudgedAsAwsJudgesThem() throws IOException {
        return cases().stream()
                .map(each -> DynamicTest.dynamicTest(each.kind() + " " + each.document(), () -> check(each)));
    }

    private static void check(Case each) {
        Function<String, PolicyDocument> read =
                switch (each.kind()) {
                    case "managed" -> PolicyDocument::managed;
                    case "inline" -> PolicyDocument::inline;
                    case "trust" -> PolicyDocument::trust;
                    default -> throw new AssertionError(each.kind());
                };
        if (each.message().isEmpty()) {
            assertThatCode(() -> read.apply(each.document())).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> read.apply(each.document()))
                    .isInstanceOf(MalformedPolicyDocumentException.class)
                    .hasMessageContaining(each.message());
        }
    }

    /** Returns the lines of the table: a kind and a document, and below them what AWS says of it, if it is refused. */
    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (InputStream table = DocumentsTest.class.getResourceAsStream("documents.txt")) {
            for (String line : new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("  ! ")) {
                    Case last = cases.remove(cases.size() - 1);
                    cases.add(new Case(last.kind(), last.document(), line.substring(4)));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    int space = line.indexOf(' ');
                    cases.add(new Case(line.substring(0, space), line.substring(space + 1), ""));
                }
            }
        }
        return cases;
    }
}
