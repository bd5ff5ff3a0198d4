package io.laguna.emulator.redshiftdata.connect;

/** A login: a user, and the password. */
record Login(String user, String password) {
    /** Returns the user without the password: passwords are in no log. */
    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
