package io.laguna.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.CreateDatabaseRequest;
import software.amazon.awssdk.services.glue.model.CreateTableRequest;
import software.amazon.awssdk.services.glue.model.GetTablesRequest;
import software.amazon.awssdk.services.glue.model.Permission;
import software.amazon.awssdk.services.glue.model.PrincipalPermissions;

class JsonRequestTest {
    private static final ServiceDescription GLUE = ServiceDescription.reflect(GlueClient.class);

    private final Wire wire = new Wire(GLUE);

    @Test
    void anEmptyBodyIsAnEmptyRequest() throws MalformedRequestException {
        assertThat(decode("GetTables", "")).isEqualTo(GetTablesRequest.builder().build());
        assertThat(decode("GetTables", " {} "))
                .isEqualTo(GetTablesRequest.builder().build());
    }

    @Test
    void membersThatAreNullOrUnknownArePassedOver() throws MalformedRequestException {
        assertThat(decode("GetTables", "{\"DatabaseName\":\"d\",\"Expression\":null,\"New\":{\"A\":[1,{}]}}"))
                .isEqualTo(GetTablesRequest.builder().databaseName("d").build());
    }

    @Test
    void anEnumValueThatTheSdkDoesNotKnowIsKept() throws MalformedRequestException {
        CreateDatabaseRequest request = (CreateDatabaseRequest) decode(
                "CreateDatabase",
                "{\"DatabaseInput\":{\"Name\":\"d\",\"CreateTableDefaultPermissions\":[{\"Permissions\":[\"FLY\"]}]}}");

        PrincipalPermissions permissions =
                request.databaseInput().createTableDefaultPermissions().get(0);
        assertThat(permissions.permissionsAsStrings()).containsExactly("FLY");
        assertThat(permissions.permissions()).containsExactly(Permission.UNKNOWN_TO_SDK_VERSION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
            {"DatabaseName":                            | The body is not JSON
            not json                                    | The body is not JSON
            <a/>                                        | The body is not JSON
            {"DatabaseName":"d"} {}                     | Something follows the end
            []                                          | A list stands where a structure is expected
            "text"                                      | A string stands where a structure is expected
            {"DatabaseName":7}                          | DatabaseName: A number stands where a string is expected
            {"DatabaseName":{}}                         | DatabaseName: A structure stands where a string
            {"DatabaseName":"\\ud800"}                   | DatabaseName: The string is not Unicode
            {"TableInput":[]}                           | TableInput: A list stands where a structure
            {"TableInput":{"Retention":"7"}}            | TableInput.Retention: A string stands where an integer
            {"TableInput":{"Retention":1.5}}            | TableInput.Retention: 1.5 is no integer
            {"TableInput":{"Retention":3000000000}}     | TableInput.Retention: 3000000000 is out of the range of integer
            {"TableInput":{"Retention":1e999999999}}    | TableInput.Retention
            {"TableInput":{"LastAccessTime":"soon"}}    | TableInput.LastAccessTime: "soon" is no timestamp
            {"TableInput":{"LastAccessTime":1e99999999}}| TableInput.LastAccessTime
            {"TableInput":{"PartitionKeys":{}}}         | TableInput.PartitionKeys: A structure stands where a list
            {"TableInput":{"PartitionKeys":[{},null]}}  | TableInput.PartitionKeys[1]: A list or map cannot hold null
            {"TableInput":{"PartitionKeys":[{},7]}}     | TableInput.PartitionKeys[1]: A number stands where a structure
            {"TableInput":{"Parameters":{"k":null}}}    | TableInput.Parameters[k]: A list or map cannot hold null
            {"TableInput":{"Parameters":{"k":true}}}    | TableInput.Parameters[k]: A boolean stands where a string
            """)
    void whatIsNoSuchRequestIsMalformedAndTheMessageSaysWhere(String body, String message) {
        assertThatThrownBy(() -> decode("CreateTable", body))
                .isInstanceOf(MalformedRequestException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void nestingTooDeepIsMalformedAlsoInWhatIsPassedOver() {
        String deep = "[".repeat(100_000);
        assertThatThrownBy(() -> decode("CreateTable", "{\"Unknown\":" + deep))
                .isInstanceOf(MalformedRequestException.class)
                .hasMessageContaining("nested too deeply");
    }

    @Test
    void bytesThatAreNoUtf8AreMalformed() {
        byte[] body = {'{', '"', 'N', (byte) 0xff, '"', ':', '1', '}'};
        assertThatThrownBy(() -> wire.decode(operation("CreateTable"), Sent.json("AWSGlue.CreateTable", body)))
                .isInstanceOf(MalformedRequestException.class);
    }

    @Test
    void tenMegabytesAreRead() throws MalformedRequestException {
        String value = "x".repeat(10 * 1024 * 1024);

        CreateTableRequest request = (CreateTableRequest)
                decode("CreateTable", "{\"TableInput\":{\"Parameters\":{\"k\":\"" + value + "\"}}}");

        assertThat(request.tableInput().parameters()).isEqualTo(Map.of("k", value));
    }

    @Test
    void aPackedBodyIsUnpacked() throws Exception {
        byte[] packed = gzip("{\"DatabaseName\":\"d\"}".getBytes(StandardCharsets.UTF_8), 1);

        assertThat(wire.decode(operation("GetTables"), Sent.packed("AWSGlue.GetTables", "GZIP", packed)))
                .isEqualTo(GetTablesRequest.builder().databaseName("d").build());
    }

    @Test
    void aSmallBodyThatUnpacksToAHugeOneIsRefused() throws IOException {
        byte[] bomb = gzip(new byte[1024 * 1024], 200);
        assertThat(bomb.length).isLessThan(1024 * 1024);

        assertThatThrownBy(() -> wire.decode(operation("GetTables"), Sent.packed("AWSGlue.GetTables", "gzip", bomb)))
                .isInstanceOf(MalformedRequestException.class)
                .hasMessageContaining("unpacks to more than");
    }

    @Test
    void aBodyThatIsNotPackedAsItSaysIsMalformed() {
        for (String encoding : new String[] {"gzip", "br"}) {
            assertThatThrownBy(() -> wire.decode(
                            operation("GetTables"), Sent.packed("AWSGlue.GetTables", encoding, new byte[] {1, 2, 3})))
                    .isInstanceOf(MalformedRequestException.class)
                    .hasMessageContaining("Content-Encoding");
        }
    }

    @Test
    void aTargetOfAnotherServiceOrOfNoOperationAsksForNothing() {
        assertThat(GLUE.operation(Sent.json("AWSGlue.GetTables", ""))).contains(operation("GetTables"));
        assertThat(GLUE.operation(Sent.json("AWSGlue.GetMLTransform", ""))).contains(operation("GetMLTransform"));
        assertThat(GLUE.operation(Sent.json("AWSGlue.Fly", ""))).isEmpty();
        assertThat(GLUE.operation(Sent.json("Other.GetTables", ""))).isEmpty();
        assertThat(GLUE.operation(Sent.get("/", ""))).isEmpty();
    }

    private Object decode(String operation, String body) throws MalformedRequestException {
        return wire.decode(operation(operation), Sent.json("AWSGlue." + operation, body));
    }

    private static Operation operation(String name) {
        return GLUE.operations().get(name);
    }

    private static byte[] gzip(byte[] bytes, int times) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
            for (int i = 0; i < times; i++) {
                stream.write(bytes);
            }
        }
        return packed.toByteArray();
    }
}
