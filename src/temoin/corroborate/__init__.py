from temoin.corroborate.onsets import *
from temoin.corroborate.measured import *
from temoin.corroborate import onsets, measured
METHODS=()
