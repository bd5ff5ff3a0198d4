package io.laguna.emulator.redshift.load;

/** The refusal of a role: there is none, or it may not be taken on. */
public final class RoleRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String role;

    public RoleRefused(String role, Throwable cause) {
        super("The role " + role + " cannot be assumed", cause);
        this.role = role;
    }

    String role() {
        return role;
    }
}
