package io.laguna.emulator.redshiftdata.connect;

/** Who logs in, and with which password. */
record Login(String user, String password) {
    /** Returns the user without the password: passwords are in no log. */
    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
