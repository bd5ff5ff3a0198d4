package io.laguna.emulator.sns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.engines.certificate.SigningKey;
import java.util.List;

/**
 * The signatures of messages, and the links in them.
 *
 * @param endpoint the lake's URL
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html">Verifying the signatures of
 *     messages</a>
 */
record Signing(String endpoint, SigningKey key) {
    private static final String VERSION_1 = "1";

    /** The members that are signed, in the order in which they are. */
    private static final List<String> SIGNED =
            List.of("Message", "MessageId", "Subject", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    /** Signs a message as its topic says. */
    void sign(ObjectNode message, TopicRecord topic) {
        String version = topic.attributes().getOrDefault(TopicSetting.SIGNATURE.word(), VERSION_1);
        StringBuilder text = new StringBuilder();
        SIGNED.stream().filter(message::has).forEach(name -> text.append(name)
                .append('\n')
                .append(message.path(name).asText())
                .append('\n'));
        message.put("SignatureVersion", version)
                .put(
                        "Signature",
                        key.sign(version.equals(VERSION_1) ? "SHA1withRSA" : "SHA256withRSA", text.toString()))
                .put("SigningCertURL", endpoint + path());
    }

    /** Returns the path of the certificate at the endpoint. */
    String path() {
        return Sns.CERTIFICATES + key.fingerprint() + ".pem";
    }
}
