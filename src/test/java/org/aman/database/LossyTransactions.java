package org.aman.database;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Transactions whose connection is lost at the commit when a test says so: before it arrived, or before its answer did. */
public final class LossyTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1;

    /** When the line drops. */
    public enum Loss {
        NONE,
        BEFORE_IT_ARRIVED,
        BEFORE_ITS_ANSWER
    }

    private Loss next = Loss.NONE;

    public LossyTransactions(DataSource database) {
        super(database);
    }

    /** The next commit meets this. */
    public void lose(Loss loss) {
        next = loss;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        Loss loss = next;
        next = Loss.NONE;
        if (loss == Loss.BEFORE_IT_ARRIVED) {
            doRollback(status);
        } else {
            super.doCommit(status);
        }
        if (loss != Loss.NONE) {
            throw new TransactionSystemException("The connection was lost");
        }
    }
}
