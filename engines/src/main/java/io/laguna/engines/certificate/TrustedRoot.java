package io.laguna.engines.certificate;

import io.laguna.engines.process.OwnerOnlyFile;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The settings by which AWS's JDBC driver for Redshift trusts the authority of a lake, so that its URL needs no options. The
 * driver reads them from a file that a variable names.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/jdbc20-configure-authentication-ssl.html">TLS of the
 *     driver</a>
 */
public final class TrustedRoot {
    private static final String VARIABLE = "AMAZON_REDSHIFT_JDBC_INI_FILE";

    private TrustedRoot() {}

    /** Returns the authority of a lake, which is made when it is first asked for. */
    public static synchronized Authority authority(Workspace workspace) {
        return Authority.keptIn(workspace.state().resolve("authority"));
    }

    /** Returns the variable of a lake's clients, whose file is made when it is not there. */
    public static synchronized Map<String, String> variables(Workspace workspace) {
        Path certificate = authority(workspace).certificateFile().toAbsolutePath();
        Path file = certificate.resolveSibling("redshift-jdbc.ini");
        // The driver knows keys in lower case alone.
        String settings = "[DRIVER]\nsslrootcert=" + certificate + "\n";
        try {
            if (!Files.exists(file) || !Files.readString(file).equals(settings)) {
                OwnerOnlyFile.write(file, settings);
            }
            return Map.of(VARIABLE, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the settings of Redshift's driver in " + file, e);
        }
    }
}
