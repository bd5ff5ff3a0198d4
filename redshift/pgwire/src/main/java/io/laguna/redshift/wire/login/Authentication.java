package io.laguna.redshift.wire.login;

import io.laguna.redshift.wire.message.ErrorFields;
import io.laguna.redshift.wire.message.MessageWriter;
import io.laguna.redshift.wire.message.ProtocolViolation;
import io.laguna.redshift.wire.message.Reading;
import io.laguna.redshift.wire.message.SqlFailure;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;

/** The question for a user's password, and the judgement of the answer. */
public final class Authentication {
    private static final int CLEAR_TEXT = 3;
    private static final int MD5 = 5;
    private static final int SALT = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String user;
    private final Optional<Login> login;
    private final byte[] salt = new byte[SALT];

    /**
     * Creates the question for a user.
     *
     * @param login who the user is; without one the question is asked all the same, and every answer is wrong
     */
    public Authentication(String user, Optional<Login> login) {
        this.user = user;
        this.login = login;
        RANDOM.nextBytes(salt);
    }

    public void ask(MessageWriter client) throws IOException {
        if (login.map(Login::proof).filter(Proof.ClearText.class::isInstance).isPresent()) {
            client.begin('R').int32(CLEAR_TEXT).end();
        } else {
            client.begin('R').int32(MD5).bytes(salt).end();
        }
        client.flush();
    }

    /**
     * Returns who the user is.
     *
     * @param type the type of the client's message
     * @throws SqlFailure 28000 when the answer is wrong
     */
    public Login judge(byte type, Reading message) throws SqlFailure, ProtocolViolation {
        if (type != 'p') {
            throw new ProtocolViolation("expected password response, got message type " + type);
        }
        String answer = message.text();
        Optional<Login> proven = login.filter(known -> known.proof().isProvenBy(answer, salt));
        return proven.orElseThrow(() -> new SqlFailure(ErrorFields.of(
                ErrorFields.FATAL, "28000", "password authentication failed for user \"" + user + "\"")));
    }
}
