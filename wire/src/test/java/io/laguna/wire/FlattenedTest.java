package io.laguna.wire;

import static io.laguna.wire.Sample.field;
import static io.laguna.wire.Sample.listOf;
import static io.laguna.wire.Sample.mapOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;

/** Tests of flattened lists and maps, which none of the twelve services' query operations has. */
class FlattenedTest {
    private static final SdkField<String> TEXT = field(MarshallingType.STRING, MarshallLocation.PAYLOAD, "member");

    @Test
    void areReadFromForms() throws MalformedRequestException {
        Sample sample = sample(true);
        new QueryReader()
                .members(
                        QueryParameters.of(Sent.form("L.1=a&L.2=b&M.1.key=k&M.1.value=v&M.2.key=x&M.2.value=")),
                        sample);

        assertThat(sample.value("L")).isEqualTo(List.of("a", "b"));
        assertThat(sample.value("M")).isEqualTo(Map.of("k", "v", "x", ""));
    }

    @Test
    void wrappedOnesAreReadFromFormsToo() throws MalformedRequestException {
        Sample sample = sample(false);
        new QueryReader()
                .members(QueryParameters.of(Sent.form("L.member.1=a&M.entry.1.key=k&M.entry.1.value=v")), sample);

        assertThat(sample.value("L")).isEqualTo(List.of("a"));
        assertThat(sample.value("M")).isEqualTo(Map.of("k", "v"));
    }

    @Test
    void areWrittenAsXml() {
        XmlWriter flat = new XmlWriter();
        flat.members(sample(true).with("L", List.of("a", "b")).with("M", Map.of("k", "v")));
        XmlWriter wrapped = new XmlWriter();
        wrapped.members(sample(false).with("L", List.of("a")).with("M", Map.of("k", "v")));

        assertThat(flat.toString()).isEqualTo("<L>a</L><L>b</L><M><key>k</key><value>v</value></M>");
        assertThat(wrapped.toString())
                .isEqualTo("<L><member>a</member></L><M><entry><key>k</key><value>v</value></entry></M>");
    }

    private static Sample sample(boolean flattened) {
        return new Sample(
                field(MarshallingType.LIST, MarshallLocation.PAYLOAD, "L", listOf(TEXT, flattened)),
                field(MarshallingType.MAP, MarshallLocation.PAYLOAD, "M", mapOf(TEXT, flattened)));
    }
}
