package io.laguna.redshift.sql.load;

import io.laguna.redshift.sql.statement.Credentials;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The reader of authorization parameters.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-authorization.html">Authorization
 *     parameters</a>
 */
public final class CredentialsReader {
    private final Cursor cursor;
    private final Map<String, String> keys = new HashMap<>();

    private CredentialsReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Passes credentials if they come next. */
    public static Optional<Credentials> read(Cursor cursor) {
        return new CredentialsReader(cursor).read();
    }

    private Optional<Credentials> read() {
        int place = cursor.place();
        if (cursor.takes("iam_role")) {
            cursor.takes("as");
            if (cursor.takes("default")) {
                return Optional.of(new Credentials.DefaultRole());
            }
            return Optional.of(role(cursor.string(), place));
        }
        int from = cursor.at();
        cursor.takes("with");
        if (cursor.takes("credentials")) {
            cursor.takes("as");
            return Optional.of(string(cursor.string(), place));
        }
        cursor.moveTo(from);
        while (cursor.peek().is("access_key_id", "secret_access_key", "session_token", "token")) {
            String key = ((Token) cursor.next()).word();
            cursor.takes("as");
            keys.put(key.equals("token") ? "session_token" : key, cursor.string());
        }
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(keys("access_key_id", "secret_access_key", "session_token", place));
    }

    private Credentials role(String arns, int place) {
        if (arns.equalsIgnoreCase("session")) {
            return new Credentials.CallersSession();
        }
        if (arns.equalsIgnoreCase("default")) {
            return new Credentials.DefaultRole();
        }
        List<String> roles =
                Arrays.stream(arns.split(",", -1)).map(String::strip).toList();
        if (!roles.stream().allMatch(arn -> arn.matches("arn:aws[a-z-]*:iam::\\d{12}:role/.+"))) {
            throw invalid(place);
        }
        return new Credentials.Roles(roles);
    }

    private Credentials string(String text, int place) {
        for (String part : text.strip().split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                keys.put(
                        part.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        part.substring(equals + 1).strip());
            } else if (!part.isBlank()) {
                throw invalid(place);
            }
        }
        return keys.containsKey("aws_iam_role")
                ? role(keys.get("aws_iam_role"), place)
                : keys("aws_access_key_id", "aws_secret_access_key", "token", place);
    }

    private Credentials keys(String id, String secret, String token, int place) {
        if (!keys.containsKey(id) || !keys.containsKey(secret)) {
            throw invalid(place);
        }
        return new Credentials.Keys(keys.get(id), keys.get(secret), Optional.ofNullable(keys.get(token)));
    }

    private static SqlError invalid(int place) {
        return SqlError.of(
                "XX000",
                "Invalid credentials. Must be of the format: credentials 'aws_iam_role=...' or"
                        + " 'aws_access_key_id=...;aws_secret_access_key=...[;token=...]'",
                place);
    }
}
