import { knownTables } from '@suitewright/schema';
import { check, parse } from '@suitewright/suiteql';
