package io.laguna.emulator.s3.list;

import io.laguna.emulator.s3.call.Arguments;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** The token of a listing's next page, in a form that tells nothing. */
public final class ContinuationTokens {
    private static final byte FORM = 1;

    private ContinuationTokens() {}

    public static String token(String key) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        byte[] token = ByteBuffer.allocate(text.length + 1).put(FORM).put(text).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    public static String key(String token) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            if (bytes.remaining() > 1 && bytes.get() == FORM) {
                return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw wrong(token);
        }
        throw wrong(token);
    }

    private static AwsServiceException wrong(String token) {
        return Arguments.invalid("continuation-token", token, "The continuation token provided is incorrect");
    }
}
